using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Platform.Data;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Catalog;

/// <summary>A version of the formulas of one installation. A change makes a new one; days before it keep theirs.</summary>
public sealed class RateRules : Entity
{
    public const int FormulasMax = 2_000;

    private RateRules() { }

    public long InstallUnitId { get; private set; }

    public int Number { get; private set; }

    /// <summary>The first day it holds for; of two of one day the later.</summary>
    public DateOnly From { get; private set; }

    public int RespondWithin { get; private set; }

    public string RespondUnit { get; private set; } = "";

    public int SatisfiedFrom { get; private set; }

    public int BasicFrom { get; private set; }

    /// <summary>A line for each rate: <c>Satisfied|Satisfied|Basic|80|Dissatisfied Unsolved|Unrated</c>.</summary>
    public string Formulas { get; private set; } = "";

    /// <summary>Before any case there is.</summary>
    public static readonly DateOnly Always = new(2000, 1, 1);

    /// <summary>Where no pack says how: before the first installation that does.</summary>
    internal static readonly RateRules Ours = Define(0, 0, 1, Always, RatesPlan.Ours, (RatesPlan.Ours.RespondWithin.Amount, PackWords.Of(RatesPlan.Ours.RespondWithin.Unit)));

    internal Term Respond => new(RespondWithin, RespondUnit);

    internal IReadOnlyList<RatePlan> Rates => field ??= [.. Formulas.Split('\n').Select(Read)];

    internal RatePlan Rate(RateKey key) => Rates.First(r => r.Key == key);

    internal static RateRules Define(long id, long installUnitId, int number, DateOnly from, RatesPlan plan, (int Amount, string Unit) respond) => new()
    {
        Id = id, InstallUnitId = installUnitId, Number = number, From = from, RespondWithin = respond.Amount, RespondUnit = respond.Unit,
        SatisfiedFrom = plan.SatisfiedFrom, BasicFrom = plan.BasicFrom, Formulas = string.Join('\n', plan.Rates.Select(Write)),
    };

    internal bool Same(RateRules other) =>
        (RespondWithin, RespondUnit, SatisfiedFrom, BasicFrom, Formulas) == (other.RespondWithin, other.RespondUnit, other.SatisfiedFrom, other.BasicFrom, other.Formulas);

    private static string Write(RatePlan rate) =>
        string.Join('|', rate.Key, string.Join(' ', rate.Full), string.Join(' ', rate.Part), rate.Percent, string.Join(' ', rate.None), string.Join(' ', rate.LeftOut));

    private static RatePlan Read(string line)
    {
        var parts = line.Split('|');
        return new(Enum.Parse<RateKey>(parts[0]), Facts(parts[1]), Facts(parts[2]), int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture), Facts(parts[4]), Facts(parts[5]));
    }

    private static List<CaseFact> Facts(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CaseFact>)];
}

internal sealed class RateRulesTable : IEntityTypeConfiguration<RateRules>
{
    public void Configure(EntityTypeBuilder<RateRules> table)
    {
        table.ToTable("cases_rate_rules");
        table.Property(r => r.RespondUnit).HasMaxLength(20);
        table.Property(r => r.Formulas).HasMaxLength(RateRules.FormulasMax);
        table.HasIndex(r => new { r.InstallUnitId, r.Number }).IsUnique();
    }
}
