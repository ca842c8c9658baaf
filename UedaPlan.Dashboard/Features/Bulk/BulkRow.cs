using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>行の行き先: what accepting the file would do with a row.</summary>
public enum BulkOutcome
{
    Attention,
    Apply,
    Same,
}

/// <summary>行の問題: where it stands, as the spreadsheet names it, and what to do; an empty place where it is about the whole row.</summary>
public sealed record BulkProblem(string Place, string Message);

/// <summary>行の確認: one row of the file, what it would change, and everything that is wrong with it.</summary>
public sealed record BulkRow
{
    public required int Number { get; init; }

    /// <summary>Null where the row names no indicator of the plan.</summary>
    public Indicator? Indicator { get; init; }
    public FiscalYear? Year { get; init; }

    /// <summary>What is published for that year now.</summary>
    public Figure? Standing { get; init; }

    /// <summary>What would be published; null where nothing would.</summary>
    public Figure? Figure { get; init; }
    public RecordFigure? Request { get; init; }
    public ImmutableArray<BulkProblem> Problems { get; init; } = [];
    public Status? StatusBefore { get; init; }
    public Status? StatusAfter { get; init; }

    public BulkOutcome Outcome => !Problems.IsEmpty ? BulkOutcome.Attention : Request is not null ? BulkOutcome.Apply : BulkOutcome.Same;

    /// <summary>The comment of a row that changes it: 「…」に変更, 消去.</summary>
    public bool ChangesComment => Figure is not null && Figure.Comment != Standing?.Comment;
}
