using System.Security.Cryptography;
using System.Text;

namespace UedaPlan.Dashboard.Live;

/// <summary>版: names the build this process serves, so that a page of an older build reloads itself once.</summary>
public sealed class BuildId
{
    public BuildId()
    {
        // The code's own identity says nothing of styles and scripts; the manifest of static files does.
        var code = typeof(BuildId).Assembly.ManifestModule.ModuleVersionId.ToByteArray();
        var manifest = Path.Combine(AppContext.BaseDirectory, "UedaPlan.Dashboard.staticwebassets.endpoints.json");
        var assets = File.Exists(manifest) ? File.ReadAllBytes(manifest) : Encoding.UTF8.GetBytes("no assets");
        Value = Convert.ToHexStringLower(SHA256.HashData([.. code, .. assets]))[..12];
    }

    public string Value { get; }
}
