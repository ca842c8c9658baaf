using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>閲覧ページ: a page without a circuit, the same for every reader, answered from bytes made once per revision.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ReadingPageAttribute : Attribute
{
    /// <summary>"wall" for the unattended display; null for tablets and desks.</summary>
    public string? Surface { get; init; }

    /// <summary>Whether it can show the board of a past moment ("at" in its address).</summary>
    public bool KnowsPast { get; init; }

    /// <summary>The hash of a stylesheet that a library writes into this page itself; null for every other page.</summary>
    public string? StyleSource { get; init; }

    /// <summary>What is asked for, where that is to see a reading page; otherwise null.</summary>
    public static ReadingPageAttribute? Of(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) ? context.GetEndpoint()?.Metadata.GetMetadata<ReadingPageAttribute>() : null;

    /// <summary>The query as the page understands it; a page that reads none has one form only.</summary>
    public virtual string? Canonical(IQueryCollection query, Board board) => "";
}

/// <summary>問い合わせつきの閲覧ページ: one whose picture depends on the query of its address.</summary>
public sealed class ReadingPageAttribute<TQuery> : ReadingPageAttribute where TQuery : IPageQuery
{
    public override string? Canonical(IQueryCollection query, Board board) => TQuery.Canonical(query, board);
}

/// <summary>作業ページ: a page on a circuit, where a person types.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorkingPageAttribute : Attribute;
