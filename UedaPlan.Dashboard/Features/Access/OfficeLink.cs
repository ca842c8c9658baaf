using UedaPlan.Dashboard.Live;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>計画事務局への戻り道: a link from the machine itself, for when nobody of the plan office can sign in any more. Whoever can read this server's keys may have it.</summary>
public static class OfficeLink
{
    /// <summary>What to print; the link makes one account of the plan office, within a week. For the console only, never for a log.</summary>
    public static string Of(IServiceProvider services, IConfiguration configuration)
    {
        var address = services.GetRequiredService<PublicAddress>().Or(new Uri(ListeningAt(configuration["Urls"])));
        var link = services.GetRequiredService<Invitations>().LinkOf(AuthorRole.PlanOffice, department: null);
        return $"計画事務局の利用者をつくるリンク(1回だけ、7日のあいだ使えます): {new Uri(address, link)}";
    }

    // "http://*:5080" listens everywhere and leads nowhere.
    private static string ListeningAt(string? urls)
    {
        var first = (urls ?? "").Split(';')[0].Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(first, UriKind.Absolute, out _) ? first : "http://localhost:5080";
    }
}
