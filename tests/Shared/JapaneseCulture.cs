using System.Globalization;
using System.Runtime.CompilerServices;

namespace UedaPlan.Tests;

internal static class JapaneseCulture
{
    /// <summary>The product fixes ja-JP for its process; the tests stand in for that process.</summary>
    [ModuleInitializer]
    internal static void Use()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("ja-JP");
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ja-JP");
    }
}
