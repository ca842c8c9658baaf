namespace UedaPlan.Data.Tests;

/// <summary>用意されたデータベース: made once by the real start-up and copied for each test.</summary>
internal static class ReadyDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

    public static Task<byte[]> Bytes => Made.Value;

    private static async Task<byte[]> MakeAsync()
    {
        await using var storage = Storage.Empty();
        await storage.Services.PrepareAsync();
        await using (var db = storage.Open())
        {
            var plan = PlanFile.BuiltIn().Plan;
            foreach (var author in plan.Departments.SelectMany(d => new[] { Storage.HeadOf(d.Code), Storage.StaffOf(d.Code) }).Append(Storage.Office))
            {
                db.Users.Add(new Account { Id = author.Account, UserName = author.Account, NormalizedUserName = author.Account, Role = author.Role, Department = author.Department });
            }
            await db.SaveChangesAsync();
        }
        Storage.Release(storage.Settings.SqliteConnection); // the last connection folds the journal into the file
        return await File.ReadAllBytesAsync(storage.File);
    }
}
