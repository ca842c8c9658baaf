using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace UedaPlan.Data;

/// <summary>保存先: the tables; only shapes that both databases order and compare alike.</summary>
internal abstract class PlanDbContext(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    private const int LongestCredential = 1024; // WebAuthn: 1,023 bytes

    public DbSet<PlanState> States => Set<PlanState>();
    public DbSet<PlanDocument> Documents => Set<PlanDocument>();
    public DbSet<IndicatorRow> Indicators => Set<IndicatorRow>();
    public DbSet<FigureRow> Figures => Set<FigureRow>();
    public DbSet<StatisticRow> Statistics => Set<StatisticRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<DisplayLinkRow> DisplayLinks => Set<DisplayLinkRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<PlanState>(state =>
        {
            state.ToTable("PlanState");
            state.Property(s => s.Id).ValueGeneratedNever();
        });
        builder.Entity<PlanDocument>(document =>
        {
            document.ToTable("PlanDocuments");
            document.HasKey(d => d.Version);
            document.Property(d => d.Version).ValueGeneratedNever();
            document.Property(d => d.Account).HasMaxLength(450);
            document.Property(d => d.Reason).HasMaxLength(400);
        });
        builder.Entity<IndicatorRow>(indicator =>
        {
            indicator.ToTable("Indicators");
            indicator.HasKey(i => i.Code);
            indicator.Property(i => i.Code).HasMaxLength(20);
            indicator.Property(i => i.Version).IsConcurrencyToken();
        });
        builder.Entity<FigureRow>(figure =>
        {
            figure.ToTable("Figures");
            figure.HasKey(f => f.Number);
            figure.Property(f => f.Indicator).HasMaxLength(20);
            figure.Property(f => f.Reading).HasMaxLength(400);
            figure.Property(f => f.Comment).HasMaxLength(400);
            figure.Property(f => f.Reason).HasMaxLength(400);
            figure.Property(f => f.Account).HasMaxLength(450);
            figure.Property(f => f.Department).HasMaxLength(40);
            figure.HasIndex(f => f.Revision);
            figure.HasIndex(f => f.SavedAt);
            figure.HasOne<IndicatorRow>().WithMany().HasForeignKey(f => f.Indicator).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<StatisticRow>(statistic =>
        {
            statistic.ToTable("Statistics");
            statistic.HasKey(s => s.Number);
            statistic.Property(s => s.Code).HasMaxLength(20);
            statistic.Property(s => s.Title).HasMaxLength(400);
            statistic.Property(s => s.Reason).HasMaxLength(400);
            statistic.Property(s => s.Account).HasMaxLength(450);
            statistic.Property(s => s.Department).HasMaxLength(40);
            statistic.HasIndex(s => new { s.Code, s.Number });
        });
        builder.Entity<DraftRow>(draft =>
        {
            draft.ToTable("Drafts");
            draft.Property(d => d.Subject).HasMaxLength(30);
            draft.Property(d => d.Department).HasMaxLength(40);
            draft.Property(d => d.Typed).HasMaxLength(4000);
            draft.Property(d => d.Account).HasMaxLength(450);
            draft.Property(d => d.Word).HasMaxLength(400);
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.HasIndex(d => new { d.Subject, d.Year }).IsUnique();
        });
        builder.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.Property(a => a.Department).HasMaxLength(40);
            account.Property(a => a.Invitation).HasMaxLength(64);
            account.HasIndex(a => a.Invitation).IsUnique();
        });
        // Said here: Identity would add it only where the context is given Identity's options, which the migration tool has not.
        builder.Entity<IdentityUserPasskey<string>>(passkey =>
        {
            passkey.ToTable("Passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(LongestCredential);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        });
        builder.Entity<DisplayLinkRow>(link =>
        {
            link.ToTable("DisplayLinks");
            link.Property(l => l.Id).HasMaxLength(32);
            link.Property(l => l.Name).HasMaxLength(Data.DisplayLinks.LongestName);
            link.Property(l => l.TokenHash).HasMaxLength(32);
            link.Property(l => l.CreatedBy).HasMaxLength(450);
            link.Property(l => l.RevokedBy).HasMaxLength(450);
            link.HasIndex(l => l.TokenHash).IsUnique();
        });
    }
}

/// <summary>SQLite: embedded, the default.</summary>
internal sealed class SqlitePlanDbContext(DbContextOptions<SqlitePlanDbContext> options) : PlanDbContext(options);

/// <summary>SQL Server: production.</summary>
internal sealed class SqlServerPlanDbContext(DbContextOptions<SqlServerPlanDbContext> options) : PlanDbContext(options);
