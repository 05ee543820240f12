using System.Diagnostics.CodeAnalysis;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar;

/// <summary>What was wrong with a question, and with which part of it (<c>start</c>, <c>amount</c>, <c>unit</c>, …).</summary>
public sealed record Fault(string Parameter, Sentence Why)
{
    /// <summary>The same as a refusal at a field of a form.</summary>
    internal Refusal Refuse(string field) => new(Why.Key, field, Why.Args);
}

/// <summary>A value, or the one fault a person can act on. Never both, never neither.</summary>
public sealed class Answer<T>
{
    internal Answer(T value) : this(value, null) { }

    private Answer(T? value, Fault? fault) => (Value, Fault) = (value, fault);

    public T? Value { get; }

    public Fault? Fault { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Ok => Fault is null;

    /// <summary>The value where the caller has already checked the question; a fault here is a bug and throws.</summary>
    public T Sure() => Ok ? Value : throw new InvalidOperationException($"{Fault.Parameter}: {Fault.Why}");

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Fault fault) => new(default, fault);
}
