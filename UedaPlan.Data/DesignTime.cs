using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace UedaPlan.Data;

/// <summary>移行の作成用: lets the migration tool make a context without starting the product.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePlanDbContext>
{
    public SqlitePlanDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlitePlanDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>移行の作成用(SQL Server): as above; no server is contacted.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPlanDbContext>
{
    public SqlServerPlanDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerPlanDbContext>().UseSqlServer("Server=localhost").Options);
}
