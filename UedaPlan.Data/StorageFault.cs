using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace UedaPlan.Data;

/// <summary>保存先の故障: what an operator can do about an error of the database itself.</summary>
internal static class StorageFault
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;
    private const byte ConnectionLost = 20;
    private const int UniqueInSqlite = 2067, UniqueIndexInServer = 2601, UniqueKeyInServer = 2627;
    private const int TimedOut = -2, BeingRecovered = 921, InTransition = 952, InUpgradeMode = 18401;

    /// <summary>The database's own error behind whatever EF wrapped around it; null when it is something else.</summary>
    public static DbException? In(Exception? exception) => exception switch
    {
        null => null,
        DbException fault => fault,
        _ => In(exception.InnerException),
    };

    /// <summary>Whether time alone may mend it: the database is busy, starting or out of reach, not wrong or damaged.</summary>
    public static bool MayPass(DbException fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked,
        SqlException server => server.Class >= ConnectionLost || server.Number is TimedOut or BeingRecovered or InTransition or InUpgradeMode,
        _ => false,
    };

    /// <summary>Somebody else has just added the only row there may be: no fault of the database.</summary>
    public static bool IsTaken(Exception exception) => In(exception) switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode == UniqueInSqlite,
        SqlException server => server.Number is UniqueIndexInServer or UniqueKeyInServer,
        _ => false,
    };

    public static string SentenceOf(DbException fault, StorageSettings settings) => fault is SqliteException sqlite
        ? SentenceOf(sqlite, new SqliteConnectionStringBuilder(settings.SqliteConnection).DataSource)
        : $"データベースを開けません。SQL Server が動いていることと、設定 ConnectionStrings:Plan を確かめてください(詳細: {fault.Message})。";

    private static string SentenceOf(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => $"データベースのファイルが壊れているか、データベースではありません: {file}。バックアップから戻すか、別の場所を設定してください。",
        ReadOnly or IoError or CannotOpen => $"データベースのファイルを開けないか、書き込めません: {file}。場所と権限を確かめてください。",
        Full => $"ディスクがいっぱいで、データベースに書き込めません: {file}。空きを作ってください。",
        Busy or Locked => $"データベースをほかのプログラムが使い続けています: {file}。それを終えてから、もう一度起動してください。",
        _ => $"データベースを開けません: {file}(詳細: {fault.Message})。",
    };
}
