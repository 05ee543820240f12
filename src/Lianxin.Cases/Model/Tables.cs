using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        table.ToTable("cases_cases");
        table.Property(c => c.Number).HasMaxLength(20);
        table.Property(c => c.CodeHash).HasMaxLength(64);
        table.Property(c => c.CodeSealed).HasMaxLength(120);
        table.Property(c => c.Title).HasMaxLength(Case.TitleMax);
        table.Property(c => c.Words).HasMaxLength(Case.WordsMax);
        table.Property(c => c.PlaceWords).HasMaxLength(Case.PlaceMax);
        table.Property(c => c.Category).HasMaxLength(60);
        table.Property(c => c.PromiseParts).HasMaxLength(120);
        table.Property(c => c.KindParts).HasMaxLength(120);
        table.HasIndex(c => c.Number).IsUnique();
        table.HasIndex(c => new { c.Status, c.NextDue, c.Id });
        table.HasIndex(c => new { c.AcceptUnitId, c.Status });
        table.HasIndex(c => c.FirstAskedPersonId);
        table.HasIndex(c => c.RiseAt);
        // The queue reads open cases by urgency, the village page the last ones closed, however many years lie behind.
        table.HasIndex(c => new { c.NextDue, c.Id }).HasFilter("next_due IS NOT NULL");
        table.HasIndex(c => c.ClosedAt);
        table.HasIndex(c => c.MergedIntoId);
        table.HasIndex(c => c.SplitFromId);
        table.Property(c => c.Hint).HasMaxLength(Case.HintMax);
        table.HasIndex(c => c.Hint);
        table.HasIndex(c => c.Id).HasDatabaseName("ix_cases_cases_off_list").HasFilter("off_list");
        table.HasIndex(c => c.HeldUntil).HasFilter("held_until IS NOT NULL");
    }
}

internal sealed class DispatchTable : IEntityTypeConfiguration<Dispatch>
{
    public void Configure(EntityTypeBuilder<Dispatch> table)
    {
        table.ToTable("cases_dispatches");
        table.Ignore(d => d.GivenTo);
        table.Property(d => d.SignedFor).HasMaxLength(60);
        table.Property(d => d.Letter).HasMaxLength(40);
        table.Property(d => d.DueParts).HasMaxLength(120);
        table.Property(d => d.Result).HasMaxLength(Dispatch.ResultMax);
        table.HasIndex(d => d.CaseId);
        table.HasIndex(d => new { d.UnitId, d.State });
        table.HasIndex(d => d.RiseAt);
        table.HasIndex(d => d.HeldUntil).HasFilter("held_until IS NOT NULL");
    }
}

internal sealed class EntryTable : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> table)
    {
        table.ToTable("cases_entries");
        table.Property(e => e.By).HasMaxLength(60);
        table.Property(e => e.ByPost).HasMaxLength(120);
        table.Property(e => e.Words).HasMaxLength(Entry.WordsMax);
        table.Property(e => e.Parts).HasMaxLength(600);
        table.Property(e => e.Basis).HasMaxLength(2_000);
        table.Property(e => e.ReadBy).HasMaxLength(120);
        table.HasIndex(e => e.CaseId);
        // A worker's own day.
        table.HasIndex(e => new { e.ByPersonId, e.At });
        // What open pages are told of.
        table.HasIndex(e => e.At);
    }
}

internal sealed class StepTimeTable : IEntityTypeConfiguration<StepTime>
{
    public void Configure(EntityTypeBuilder<StepTime> table)
    {
        table.ToTable("cases_steps");
        table.HasIndex(s => s.CaseId);
    }
}

internal sealed class ReporterTable : IEntityTypeConfiguration<Reporter>
{
    public void Configure(EntityTypeBuilder<Reporter> table)
    {
        table.ToTable("cases_reporters");
        table.ComplexProperty(r => r.Name, SealedText.Map);
        table.ComplexProperty(r => r.Phone, SealedText.Map);
        table.ComplexProperty(r => r.Contact, SealedText.Map);
        table.HasIndex(r => r.CaseId);
    }
}

internal sealed class ScopeTable : IEntityTypeConfiguration<Scope>
{
    public void Configure(EntityTypeBuilder<Scope> table)
    {
        table.ToTable("cases_scopes").HasKey(s => new { s.CaseId, s.UnitId });
        table.HasIndex(s => new { s.UnitId, s.CaseId });
    }
}

internal sealed class RatingTable : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> table)
    {
        table.ToTable("cases_ratings");
        table.Property(r => r.Marks).HasMaxLength(Rating.MarksMax);
        table.Property(r => r.Words).HasMaxLength(Rating.WordsMax);
        table.HasIndex(r => new { r.CaseId, r.Round }).IsUnique();
    }
}

internal sealed class PleaTable : IEntityTypeConfiguration<Plea>
{
    public void Configure(EntityTypeBuilder<Plea> table)
    {
        table.ToTable("cases_pleas");
        table.Property(p => p.Reason).HasMaxLength(Plea.ReasonMax);
        table.Property(p => p.Decision).HasMaxLength(Plea.ReasonMax);
        table.HasIndex(p => p.CaseId);
        table.HasIndex(p => new { p.DecideUnitId, p.DecidedAt });
    }
}

internal sealed class EscalationTable : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> table)
    {
        table.ToTable("cases_escalations");
        table.HasIndex(e => new { e.CaseId, e.DispatchId, e.Round, e.ToUnitId }).IsUnique();
    }
}
