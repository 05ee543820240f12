using Lianxin.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lianxin.Platform.Data;

/// <summary>
/// The one database. Rooms map their own tables; every save goes through <see cref="Save"/>, which carries an
/// <see cref="Act"/>, takes no cancellation token and is durable when it returns.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, Modules modules, IEngine engine, Clock clock, Ids ids)
    : DbContext(options)
{
    private readonly List<FormattableString> statements = [];
    private readonly SemaphoreSlim turn = new(1, 1);

    public IEngine Engine => engine;

    internal Modules Modules => modules;

    /// <summary>What a request may still spend on reading; null where nobody waits for an answer.</summary>
    internal ReadTime? Reads { get; set; }

    /// <summary>
    /// Parts of a page ask for what a request reads once, several at the same time, and a connection answers one question at
    /// a time: they wait for their turn here.
    /// </summary>
    internal async Task<T> InTurn<T>(Func<Task<T>> ask)
    {
        await turn.WaitAsync();
        try
        {
            return await ask();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Adds a statement that runs in the same transaction as the next save (upserts of counters, full text).</summary>
    public void Also(FormattableString sql) => statements.Add(sql);

    /// <summary>Writes everything tracked, with who did it and why, in one transaction. Durable when it returns.</summary>
    /// <exception cref="Overtaken">Another save changed one of the rows first.</exception>
    /// <exception cref="Repeated">The act's key was used before; nothing was written.</exception>
    /// <exception cref="OutcomeUnknown">It may be written or not; <see cref="Outcome"/> finds out.</exception>
    public async Task Save(Act act)
    {
        Record(act);
        await Write();
    }

    /// <summary>Writes down who did what is tracked so far, for a save that is not one's own: a consumer's work goes in with the end of its delivery.</summary>
    public void Record(Act act) => AuditTrail.Record(this, act, clock, ids);

    /// <summary>Writes machinery rows that need no act of their own (sessions, leases, deliveries).</summary>
    public async Task Write()
    {
        var raised = ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList();
        foreach (var entity in raised) entity.Version++;
        var written = false;
        try
        {
            await engine.Write(this, async () =>
            {
                await SaveChangesAsync(acceptAllChangesOnSuccess: false);
                foreach (var sql in statements) await Database.ExecuteSqlAsync(sql);
            });
            written = true;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Overtaken();
        }
        catch (DbUpdateException e) when (Repeated.Matches(e))
        {
            throw new Repeated();
        }
        finally
        {
            statements.Clear();
            if (!written) TakeBack(raised);
        }

        ChangeTracker.AcceptAllChanges();
    }

    /// <summary>After a save that failed nothing of it is left over to go in with the next one.</summary>
    private void TakeBack(List<Entity> raised)
    {
        foreach (var entity in raised) entity.Version--;
        ChangeTracker.Clear();
    }

    /// <summary>Runs set-based statements (ExecuteUpdate, ExecuteDelete, raw SQL) in the writer's turn.</summary>
    public Task Run(Func<Task> work) => engine.Write(this, work);

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var module in modules.All) model.ApplyConfigurationsFromAssembly(module.Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (!typeof(Entity).IsAssignableFrom(entity.ClrType)) continue;
            entity.FindProperty(nameof(Entity.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            entity.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
        }

        TableNames.Apply(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : new DateTime(value.Ticks, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
