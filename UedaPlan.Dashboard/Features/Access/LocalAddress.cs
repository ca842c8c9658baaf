namespace UedaPlan.Dashboard.Features.Access;

/// <summary>戻り先: an address of this server, or the one to go to instead; never somebody else's.</summary>
public static class LocalAddress
{
    public static string Of(string? wanted, string otherwise) => IsLocal(wanted) ? wanted! : otherwise;

    // Addresses are written in ASCII. Browsers read a backslash as a slash and drop tabs and line breaks, so "/\host" and "/<tab>/host" lead away as "//host" does.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/', ..] && !address.Any(c => c == '\\' || char.IsControl(c) || !char.IsAscii(c));
}
