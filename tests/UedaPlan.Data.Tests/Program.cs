using UedaPlan.Data.Tests;

return args switch
{
    [FigureSaver.Argument, var directory] => await FigureSaver.RunAsync(directory),
    _ when args.Any(a => a is "--server" or "--internal-msbuild-node") =>
        await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
