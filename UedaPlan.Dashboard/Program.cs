using System.Globalization;
using UedaPlan.Dashboard;
using UedaPlan.Dashboard.Components;
using UedaPlan.Dashboard.Components.Layout;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Dashboard.Features.Calendar;
using UedaPlan.Dashboard.Features.History;
using UedaPlan.Dashboard.Features.Planning;
using UedaPlan.Dashboard.Features.Statistics;
using UedaPlan.Dashboard.Features.Wall;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ja-JP");

var builder = WebApplication.CreateBuilder(CommandLine.ToSettings(args));
builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
builder.Configuration["Urls"] ??= "http://localhost:5080"; // here and not in appsettings.json, which would win over ASPNETCORE_URLS
builder.Configuration["Data:Directory"] ??= Path.Combine(builder.Environment.ContentRootPath, "App_Data");
builder.Services.AddSingleton(TimeProvider.System);
if (builder.AddStorageAndAccess() is { } wrongSetting) return wrongSetting;
builder.Services.AddLiveBoard();
builder.Services.AddDemo();
builder.Services.AddWorkingPages();
builder.Services.AddBulk();
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = WorkingPages.LongestMessage);
// Japanese leaves the server as Japanese, not as numeric entities.
builder.Services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));

var app = builder.Build();
if (await app.PrepareAsync() is { } exitCode) return exitCode;

if (!app.Environment.IsDevelopment()) app.UseExceptionHandler(PlainPage.Broken);
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseRouting();
app.UseSecurityHeaders();
app.UseWaitingRoom();
app.UseAccess();
app.UseAntiforgery();
app.UseReadingPages();
app.MapStaticAssets();
app.MapAccess();
app.MapHealth();
app.MapPlanHub().RequireReading();
app.MapBoardApi().RequireReading();
app.MapWallCode().RequireReading();
app.MapStatisticFiles().RequireReading();
app.MapCalendars();
app.MapBulkForms();
app.MapPlanFile();
app.MapHistoryFile();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.DisableWebSocketCompression = true).RequireReadingOfPages();
await app.RunAsync();
return Environment.ExitCode; // set where a database turns out to be wrong only once it could be reached

/// <summary>起動: named so that tests can start the product.</summary>
public partial class Program;
