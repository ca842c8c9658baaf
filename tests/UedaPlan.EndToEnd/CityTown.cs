using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Data;

namespace UedaPlan.EndToEnd;

/// <summary>市のアカウントのある町: the product and an issuer that know each other; each test brings its own person.</summary>
public sealed class CityTown : IAsyncLifetime
{
    public CityProvider Provider { get; private set; } = null!;
    public AccessProduct Product { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await CityProvider.StartAsync();
        Product = new AccessProduct(demo: false, Provider.Settings);
    }

    /// <summary>Presses the button, signs in there and comes back; the product's answer.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string query = "")
    {
        var asked = await visitor.GetAsync("/sign-in/city" + query);
        return await visitor.GetAsync((await visitor.GetAsync(asked.Headers.Location)).Headers.Location);
    }

    public async Task<AccountEntry?> FindAsync(string userName) =>
        (await Product.Services.GetRequiredService<AccountReader>().ReadAllAsync()).SingleOrDefault(a => a.UserName == userName);

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
