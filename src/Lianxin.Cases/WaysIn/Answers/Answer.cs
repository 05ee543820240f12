using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.WaysIn.Answers;

/// <summary>问答: a question people ask often, with its answer, where that is written and until when it holds. For a unit and all below it.</summary>
public sealed class Answer : Entity
{
    public const int TitleMax = 80;
    public const int TextMax = 4_000;
    public const int SourceMax = 200;

    private Answer() { }

    public long UnitId { get; private set; }

    /// <summary>Which version holds; the first is 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Source { get; private set; } = "";

    public DateOnly? ValidUntil { get; private set; }

    public DateTime At { get; private set; }

    public string By { get; private set; } = "";

    public DateTime? RetiredAt { get; private set; }

    public static Answer For(long id, long unitId) => new() { Id = id, UnitId = unitId };

    /// <summary>Writes the next version and returns it to be kept.</summary>
    public AnswerVersion Write(long versionId, string title, string text, string source, DateOnly? validUntil, DateTime at, string by)
    {
        (Number, Title, Text, Source, ValidUntil, At, By) = (Number + 1, title, text, source, validUntil, at, by);
        return AnswerVersion.Of(versionId, this);
    }

    public void HandTo(long unitId) => UnitId = unitId;

    public bool ExpiredOn(DateOnly day) => ValidUntil < day;

    public void Retire(DateTime now) => RetiredAt ??= now;
}

/// <summary>What an answer said from a moment on. Never changed.</summary>
public sealed class AnswerVersion : Entity
{
    private AnswerVersion() { }

    public long AnswerId { get; private set; }

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Source { get; private set; } = "";

    public DateOnly? ValidUntil { get; private set; }

    public DateTime At { get; private set; }

    public string By { get; private set; } = "";

    public static AnswerVersion Of(long id, Answer answer) => new()
    {
        Id = id, AnswerId = answer.Id, Number = answer.Number, Title = answer.Title, Text = answer.Text, Source = answer.Source,
        ValidUntil = answer.ValidUntil, At = answer.At, By = answer.By,
    };
}

/// <summary>已当场解答: a call that needed no case. Holds nothing about the caller.</summary>
public sealed class AnsweredCall : Entity
{
    private AnsweredCall() { }

    public long AnswerId { get; private set; }

    /// <summary>The version that was read out.</summary>
    public int Number { get; private set; }

    public long UnitId { get; private set; }

    public long? PersonId { get; private set; }

    public DateTime At { get; private set; }

    public static AnsweredCall Note(long id, Answer answer, long unitId, long? personId, DateTime at) =>
        new() { Id = id, AnswerId = answer.Id, Number = answer.Number, UnitId = unitId, PersonId = personId, At = at };
}

internal sealed class AnswerTable : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> table)
    {
        table.ToTable("cases_answers");
        table.Property(a => a.Title).HasMaxLength(Answer.TitleMax);
        table.Property(a => a.Text).HasMaxLength(Answer.TextMax);
        table.Property(a => a.Source).HasMaxLength(Answer.SourceMax);
        table.Property(a => a.By).HasMaxLength(60);
        table.HasIndex(a => a.UnitId);
    }
}

internal sealed class AnswerVersionTable : IEntityTypeConfiguration<AnswerVersion>
{
    public void Configure(EntityTypeBuilder<AnswerVersion> table)
    {
        table.ToTable("cases_answer_versions");
        table.Property(a => a.Title).HasMaxLength(Answer.TitleMax);
        table.Property(a => a.Text).HasMaxLength(Answer.TextMax);
        table.Property(a => a.Source).HasMaxLength(Answer.SourceMax);
        table.Property(a => a.By).HasMaxLength(60);
        table.HasIndex(a => new { a.AnswerId, a.Number }).IsUnique();
    }
}

internal sealed class AnsweredCallTable : IEntityTypeConfiguration<AnsweredCall>
{
    public void Configure(EntityTypeBuilder<AnsweredCall> table)
    {
        table.ToTable("cases_answered");
        table.HasIndex(a => a.AnswerId);
    }
}
