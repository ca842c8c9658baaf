using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>保存先の設定: which database, where, and whether it is a demo.</summary>
public sealed record StorageSettings(bool IsSqlServer, string SqliteConnection, string SqlServerConnection, bool Demo, string? PlanFile, string Directory)
{
    /// <exception cref="PlanRuleException">A setting is missing, unknown or unusable; the sentence names it.</exception>
    public static StorageSettings Of(IConfiguration configuration)
    {
        var demo = DemoOf(configuration["Demo"]);
        var sqlServer = IsServer(configuration["Database:Provider"] ?? "Sqlite");
        var connection = configuration["ConnectionStrings:Plan"];
        if (sqlServer && string.IsNullOrWhiteSpace(connection)) throw new PlanRuleException("設定 ConnectionStrings:Plan に SQL Server の接続文字列を書いてください。");
        if (!string.IsNullOrWhiteSpace(connection)) CheckConnection(sqlServer, connection);
        var directory = Created(configuration["Data:Directory"] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "App_Data"));
        var file = Path.Combine(directory, demo ? "demo.db" : "plan.db");
        var sqlite = sqlServer || string.IsNullOrWhiteSpace(connection) ? new SqliteConnectionStringBuilder { DataSource = file }.ToString() : connection;
        return new StorageSettings(sqlServer, sqlite, sqlServer ? connection! : "", demo, configuration["Plan:File"], directory);
    }

    private static bool DemoOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return false;
        return bool.TryParse(text, out var demo) ? demo : throw new PlanRuleException($"設定 Demo には true か false を書いてください(いまの値: {text})。");
    }

    private static bool IsServer(string provider)
    {
        if (provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase)) return false;
        if (provider.Equals("SqlServer", StringComparison.OrdinalIgnoreCase)) return true;
        throw new PlanRuleException($"設定 Database:Provider には Sqlite か SqlServer を書いてください(いまの値: {provider})。");
    }

    // The text itself stays out of the sentence: it may hold a password.
    private static void CheckConnection(bool sqlServer, string connection)
    {
        try
        {
            DbConnectionStringBuilder builder = sqlServer ? new SqlConnectionStringBuilder(connection) : new SqliteConnectionStringBuilder(connection);
            if (builder is not SqliteConnectionStringBuilder sqlite || IsFile(sqlite)) return;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new PlanRuleException("設定 ConnectionStrings:Plan を接続文字列として読めません。書き方を確かめてください。");
        }
        throw new PlanRuleException("設定 ConnectionStrings:Plan の Data Source に、データベースのファイルの場所を書いてください(メモリー上には保存できません)。");
    }

    private static bool IsFile(SqliteConnectionStringBuilder sqlite) =>
        sqlite.Mode != SqliteOpenMode.Memory && sqlite.DataSource.Length > 0 && !sqlite.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase);

    private static string Created(string directory)
    {
        try
        {
            return System.IO.Directory.CreateDirectory(Path.GetFullPath(directory)).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PlanRuleException($"データを置くフォルダーを作れません: {directory}。設定 Data:Directory と、フォルダーの権限を確かめてください。");
        }
    }
}
