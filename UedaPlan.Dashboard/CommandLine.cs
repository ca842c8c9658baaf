namespace UedaPlan.Dashboard;

/// <summary>起動の引数: --demo, --load-plan FILE, --yes and --office-link as settings; everything else goes to the framework as it is.</summary>
public static class CommandLine
{
    /// <summary>Flags without a value would swallow the next argument, so they are given one.</summary>
    public static string[] ToSettings(string[] args)
    {
        List<string> settings = [];
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--demo":
                    settings.Add("--Demo=true");
                    break;
                case "--yes":
                    settings.Add("--Yes=true");
                    break;
                case "--office-link":
                    settings.Add("--OfficeLink=true");
                    break;
                case "--load-plan":
                    settings.Add($"--LoadPlan={(i + 1 < args.Length ? args[++i] : "")}");
                    break;
                default:
                    settings.Add(args[i]);
                    break;
            }
        }
        return [.. settings];
    }
}
