using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Catalog;

/// <summary>One thing a reporter rates, one to five.</summary>
internal sealed record Axis(string Key, string Name);

/// <summary>What a pack says about the whole course of a case where it is installed.</summary>
public sealed class CaseRules : Entity
{
    private CaseRules() { }

    public long InstallUnitId { get; private set; }

    public int Allowance { get; private set; }

    public string AllowanceUnit { get; private set; } = "";

    public int Unclassified { get; private set; }

    public string UnclassifiedUnit { get; private set; } = "";

    public string UnclassifiedKind { get; private set; } = "";

    public int EscalateAfter { get; private set; }

    public string EscalateUnit { get; private set; } = "";

    /// <summary>吹哨: how soon who was called urgently has to be there.</summary>
    public int WhistleUrgent { get; private set; }

    public string WhistleUrgentUnit { get; private set; } = "";

    /// <summary>The same where it is not urgent.</summary>
    public int WhistleOrdinary { get; private set; }

    public string WhistleOrdinaryUnit { get; private set; } = "";

    /// <summary>回访: at most so many of a month's cases that nobody rated.</summary>
    public int RevisitUnrated { get; private set; }

    /// <summary>The share in percent drawn of those that were rated.</summary>
    public int RevisitPercent { get; private set; }

    /// <summary>How often somebody is called who does not answer; 0 where it was installed before there were call-backs.</summary>
    public int RevisitTries { get; private set; }

    /// <summary>What is said, a line each.</summary>
    public string RevisitScript { get; private set; } = "";

    /// <summary>Overdue rises along the party bodies paired with the levels instead of the units themselves (decisions 4).</summary>
    public bool PartyChain { get; private set; }

    /// <summary>What a reporter rates: a line each of key and name.</summary>
    public string Axes { get; private set; } = "";

    public bool ReopenOnce { get; private set; }

    /// <summary>Category keys offered to grid workers as tiles, separated by spaces.</summary>
    public string Frequent { get; private set; } = "";

    /// <summary>What people of the place call things: a line each of key and word.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The word of the place; null where it uses the general one.</summary>
    internal string? Word(string key) => Words.Split('\n').FirstOrDefault(w => w.StartsWith(key + ' ', StringComparison.Ordinal))?[(key.Length + 1)..];

    internal IReadOnlyList<Axis> Rated => [.. Axes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split(' ', 2)).Select(a => new Axis(a[0], a[1]))];

    public static CaseRules For(long id, long installUnitId) => new() { Id = id, InstallUnitId = installUnitId };

    internal void Call((int Amount, string Unit) urgent, (int Amount, string Unit) ordinary)
    {
        (WhistleUrgent, WhistleUrgentUnit) = urgent;
        (WhistleOrdinary, WhistleOrdinaryUnit) = ordinary;
    }

    internal RevisitPlan Revisit => RevisitTries == 0 ? RevisitPlan.Ours : new(RevisitUnrated, RevisitPercent, RevisitTries, RevisitScript.Split('\n'));

    internal void RevisitBy(RevisitPlan plan) =>
        (RevisitUnrated, RevisitPercent, RevisitTries, RevisitScript) = (plan.UnratedMost, plan.RatedPercent, plan.Tries, string.Join('\n', plan.Script));

    internal void Set(
        (int Amount, string Unit) allowance, (int Amount, string Unit) unclassified, string unclassifiedKind,
        (int Amount, string Unit) escalate, bool partyChain, IEnumerable<Axis> axes, bool reopenOnce, IEnumerable<string> frequent, IEnumerable<(string Key, string Word)> words)
    {
        (Allowance, AllowanceUnit) = allowance;
        (Unclassified, UnclassifiedUnit) = unclassified;
        UnclassifiedKind = unclassifiedKind;
        (EscalateAfter, EscalateUnit) = escalate;
        PartyChain = partyChain;
        Axes = string.Join('\n', axes.Select(a => $"{a.Key} {a.Name}"));
        ReopenOnce = reopenOnce;
        Frequent = string.Join(' ', frequent);
        Words = string.Join('\n', words.Select(w => $"{w.Key} {w.Word}"));
    }
}

internal sealed class CaseRulesTable : IEntityTypeConfiguration<CaseRules>
{
    public void Configure(EntityTypeBuilder<CaseRules> table)
    {
        table.ToTable("cases_rules");
        table.Property(r => r.AllowanceUnit).HasMaxLength(20);
        table.Property(r => r.UnclassifiedUnit).HasMaxLength(20);
        table.Property(r => r.UnclassifiedKind).HasMaxLength(60);
        table.Property(r => r.EscalateUnit).HasMaxLength(20);
        table.Property(r => r.WhistleUrgentUnit).HasMaxLength(20);
        table.Property(r => r.WhistleOrdinaryUnit).HasMaxLength(20);
        table.Property(r => r.RevisitScript).HasMaxLength(1_000);
        table.Property(r => r.Axes).HasMaxLength(600);
        table.Property(r => r.Frequent).HasMaxLength(600);
        table.Property(r => r.Words).HasMaxLength(600);
        table.HasIndex(r => r.InstallUnitId).IsUnique();
    }
}
