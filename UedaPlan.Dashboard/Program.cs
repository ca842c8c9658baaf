using System.Globalization;
using UedaPlan.Dashboard.Components;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ja-JP");

var builder = WebApplication.CreateBuilder(CommandLine.ToSettings(args));
builder.AddCommandLineSettings(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPlanData(builder.Configuration);
builder.Services.AddLiveBoard();
builder.Services.AddDemo(builder.Configuration);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
if (await Startup.RunAsync(app, args) is { } exitCode) return exitCode;

app.UseAntiforgery();
app.UseReadingPages();
app.MapStaticAssets();
app.MapLiveBoard();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.DisableWebSocketCompression = true);
await app.RunAsync();
return 0;

/// <summary>起動: named so that tests can start the product.</summary>
public partial class Program;
