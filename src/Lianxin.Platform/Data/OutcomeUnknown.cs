namespace Lianxin.Platform.Data;

/// <summary>A commit was sent and nobody can say yet what became of it: the answer did not come, or came with a warning. It is neither done nor failed until <see cref="Outcome"/> has asked.</summary>
public sealed class OutcomeUnknown(string message, Exception? why = null) : Exception(message, why);
