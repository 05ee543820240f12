using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>What came of a call.</summary>
public enum RevisitResult
{
    Satisfied,
    Basic,
    Dissatisfied,

    /// <summary>没解决: opens the case again.</summary>
    Unsolved,

    /// <summary>Nobody answered, as often as is tried.</summary>
    Unreached,

    /// <summary>Would not say.</summary>
    Declined,
}

/// <summary>The draw of a month for one centre: from the seed and the population anybody can draw the same sample again.</summary>
public sealed class RevisitDraw : Entity
{
    private RevisitDraw() { }

    public long UnitId { get; private set; }

    /// <summary>First day of the month whose closed cases were drawn from.</summary>
    public DateOnly Month { get; private set; }

    public string Seed { get; private set; } = "";

    public int UnratedMost { get; private set; }

    public int RatedPercent { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Ids of the cases nobody had rated, separated by spaces.</summary>
    public string Unrated { get; private set; } = "";

    /// <summary>Ids of the rated ones.</summary>
    public string Rated { get; private set; } = "";

    /// <summary>How many of each are private: not told to those who may not know of them.</summary>
    public int UnratedApart { get; private set; }

    public int RatedApart { get; private set; }

    public DateTime At { get; private set; }

    internal static RevisitDraw Of(long id, long unitId, DateOnly month, string seed, RevisitPlan plan, IReadOnlyCollection<Case> population, DateTime at)
    {
        var (unrated, rated) = (population.Where(c => c.Status == CaseStatus.Closed).ToList(), population.Where(c => c.Status == CaseStatus.Rated).ToList());
        return new()
        {
            Id = id, UnitId = unitId, Month = month, Seed = seed, UnratedMost = plan.UnratedMost, RatedPercent = plan.RatedPercent, Tries = plan.Tries, At = at,
            Unrated = Ids(unrated), Rated = Ids(rated), UnratedApart = unrated.Count(c => c.Private), RatedApart = rated.Count(c => c.Private),
        };
    }

    /// <summary>Ids as a draw has them on record.</summary>
    internal static List<long> Read(string ids) => [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];

    private static string Ids(IEnumerable<Case> cases) => string.Join(' ', cases.Select(c => c.Id).Order());
}

/// <summary>One case of a draw: somebody to be called.</summary>
public sealed class Revisit : Entity
{
    private Revisit() { }

    public long DrawId { get; private set; }

    public long UnitId { get; private set; }

    public long CaseId { get; private set; }

    /// <summary>The round that was closed when it was drawn.</summary>
    public int Round { get; private set; }

    /// <summary>Whether it had been rated when it was drawn.</summary>
    public bool WasRated { get; private set; }

    /// <summary>Place in the list; whoever does not answer, or is put off, goes behind the others.</summary>
    public int Turn { get; private set; }

    public int Tries { get; private set; }

    public RevisitResult? Result { get; private set; }

    /// <summary>When the last thing was noted.</summary>
    public DateTime? At { get; private set; }

    public long? ByPersonId { get; private set; }

    public static Revisit Put(long id, RevisitDraw draw, Case file, bool wasRated, int turn) =>
        new() { Id = id, DrawId = draw.Id, UnitId = draw.UnitId, CaseId = file.Id, Round = file.Round, WasRated = wasRated, Turn = turn };

    /// <summary>没人接; the last try ends it.</summary>
    public void Miss(int most, long? by, DateTime now)
    {
        Open();
        Tries++;
        if (Tries >= most) Result = RevisitResult.Unreached;
        else Turn += Behind;
        (At, ByPersonId) = (now, by);
    }

    /// <summary>先跳过: not now.</summary>
    public void PutOff()
    {
        Open();
        Turn += Behind;
    }

    public void End(RevisitResult result, long? by, DateTime now)
    {
        Open();
        Tries++;
        (Result, At, ByPersonId) = (result, now, by);
    }

    /// <summary>The last thing noted was a mistake.</summary>
    public void TakeBack()
    {
        if (Tries == 0) throw new Refusal("还没有打过，不用撤销");
        Tries--;
        Result = null;
    }

    private void Open()
    {
        if (Result is not null) throw new Refusal("这一件已经回访过了");
    }

    private const int Behind = 10_000;
}

internal sealed class RevisitDrawTable : IEntityTypeConfiguration<RevisitDraw>
{
    public void Configure(EntityTypeBuilder<RevisitDraw> table)
    {
        table.ToTable("cases_revisit_draws");
        table.Property(d => d.Seed).HasMaxLength(40);
        table.HasIndex(d => new { d.UnitId, d.Month }).IsUnique();
    }
}

internal sealed class RevisitTable : IEntityTypeConfiguration<Revisit>
{
    public void Configure(EntityTypeBuilder<Revisit> table)
    {
        table.ToTable("cases_revisits");
        table.HasIndex(c => new { c.DrawId, c.CaseId }).IsUnique();
        table.HasIndex(c => new { c.UnitId, c.Result, c.Turn });
        table.HasIndex(c => c.CaseId);
    }
}
