namespace Lianxin.Cases.Model;

/// <summary>What moves a part's date after it was counted: an approved extension, or time it was held.</summary>
public sealed partial class Dispatch
{
    /// <summary>挂账: until when its clock stands still; null while it runs.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>A date that was set by approval or promise instead of counted; what is held after <see cref="FixedAt"/> is added to it.</summary>
    public DateTime? FixedDue { get; private set; }

    public DateTime? FixedAt { get; private set; }

    /// <summary>延期 was approved.</summary>
    public void Extend(DateTime due, DateTime now)
    {
        FixedDue = due;
        FixedAt = now;
        Move(due);
    }

    /// <summary>A date taken over from the promise has no terms to count it by again: it stands as it is.</summary>
    public void Fix()
    {
        if (DueParts.Length > 0) return;
        FixedDue ??= Due;
        FixedAt ??= At;
    }

    /// <summary>挂账 was approved; the date is what it will be if it is held to the end.</summary>
    public void Hold(DateTime until, DateTime due)
    {
        HeldUntil = until;
        Move(due);
    }

    public void Wake(DateTime due)
    {
        HeldUntil = null;
        Move(due);
    }

    /// <summary>The calendar changed: the same terms end elsewhere.</summary>
    public void Redate(DateTime due)
    {
        if (RiseAt == Due) RiseAt = due;
        Due = due;
    }

    private void Move(DateTime due)
    {
        Due = due;
        RiseAt = due;
    }
}
