namespace Lianxin.Web.Demo;

/// <summary>The one thing that sets a case apart from the plain course.</summary>
internal enum Twist
{
    None, Note, Addition, Helper, OnBehalf, HandUp, HandUpByUnit, Urge, Reveal, NotVillage, Supervise, Rework, Reassign, Switch, Delegate,
    ObjectionUpheld, ObjectionRefused, SignedOrder, Accusation, Protected, Above, Recusal, Named, AppealGranted, AppealRefused, ReopeningRefused, ReviewGranted, ReviewRefused,
    Extension, ExtensionRefused, Hold, HoldRefused, Whistle, Order, OrderLate, Papers, Withdrawn, Resumed, Voided, VoidRefused,
    Ticket, TicketReturned, Chat, Register, Redirected, Merged, Unmerged, Split, Group, Letter, Hint, Secluded,
}

/// <summary>Where the end of the story finds a case that is meant to be still under way.</summary>
internal enum Stand
{
    None, Received, Sent, Signed, Objected, Feedback, Closed, Reopened, HandedUp, Appealed, Overdue, Held, Asked, Called, Ordered, Merged,
}

/// <summary>What is in store for one case; the rest is up to the dice.</summary>
internal sealed record Fate(Twist Twist = Twist.None, Stand Stand = Stand.None, bool Late = false, bool Old = false)
{
    /// <summary>Cases in a thousand.</summary>
    private static readonly IReadOnlyDictionary<Twist, int> Shares = new Dictionary<Twist, int>
    {
        [Twist.Note] = 50, [Twist.Addition] = 45, [Twist.Helper] = 40, [Twist.OnBehalf] = 30, [Twist.HandUp] = 14, [Twist.HandUpByUnit] = 16,
        [Twist.Urge] = 30, [Twist.Reveal] = 20, [Twist.NotVillage] = 20, [Twist.Supervise] = 14, [Twist.Rework] = 14, [Twist.Reassign] = 14,
        [Twist.Switch] = 12, [Twist.Delegate] = 12, [Twist.ObjectionUpheld] = 10, [Twist.ObjectionRefused] = 8, [Twist.SignedOrder] = 7,
        [Twist.Accusation] = 6, [Twist.Protected] = 3, [Twist.Above] = 5, [Twist.Recusal] = 4, [Twist.Named] = 3, [Twist.AppealGranted] = 3, [Twist.AppealRefused] = 4,
        [Twist.Extension] = 8, [Twist.ExtensionRefused] = 4, [Twist.Hold] = 5, [Twist.HoldRefused] = 3, [Twist.Whistle] = 5, [Twist.Order] = 4, [Twist.OrderLate] = 2,
        [Twist.Papers] = 6, [Twist.Withdrawn] = 5, [Twist.Resumed] = 3, [Twist.Voided] = 3, [Twist.VoidRefused] = 2, [Twist.Ticket] = 25, [Twist.TicketReturned] = 4,
        [Twist.Chat] = 8, [Twist.Register] = 6, [Twist.Redirected] = 6, [Twist.Merged] = 6, [Twist.Unmerged] = 4, [Twist.Split] = 3, [Twist.Group] = 8, [Twist.Letter] = 8, [Twist.Hint] = 6, [Twist.Secluded] = 2,
        [Twist.ReopeningRefused] = 3, [Twist.ReviewGranted] = 2, [Twist.ReviewRefused] = 2,
    };

    private const int LateShare = 70;

    public bool Reopens => Twist is Twist.ReopeningRefused or Twist.ReviewGranted or Twist.ReviewRefused || Stand == Stand.Reopened;

    public bool Appeals => Twist is Twist.AppealGranted or Twist.AppealRefused || Stand == Stand.Appealed;

    public bool Doubles => Twist is Twist.Merged or Twist.Unmerged or Twist.Split;

    public bool Objects => Twist is Twist.ObjectionUpheld or Twist.ObjectionRefused || Stand == Stand.Objected;

    /// <summary>Deals out a play: each turn at least twice in a year of some size, and long enough before its end to be told.</summary>
    public static IReadOnlyList<Fate> Deal(int count)
    {
        var dealt = new List<Fate>();
        foreach (var stand in Enum.GetValues<Stand>().Skip(1)) dealt.AddRange(Enumerable.Repeat(new Fate(Way(stand), stand), Math.Max(1, count / 400)));
        foreach (var (twist, share) in Shares)
        {
            for (var i = 0; i < Math.Max(count < 120 ? 1 : 2, count * share / 1000); i++) dealt.Add(new Fate(twist, Old: i < 2));
        }

        dealt.AddRange(Enumerable.Repeat(new Fate(Late: true), Math.Max(1, count * LateShare / 1000)));
        // A case that is reported twice, or becomes two, stands for two.
        var twins = dealt.Take(count).Count(f => f.Doubles);
        while (dealt.Count < count) dealt.Add(new Fate());
        return dealt.Take(count - twins).ToList();
    }

    /// <summary>The turn that brings a case to stand so.</summary>
    private static Twist Way(Stand stand) => stand switch
    {
        Stand.Held => Twist.Hold, Stand.Asked => Twist.Extension, Stand.Called => Twist.Whistle, Stand.Ordered => Twist.Order, Stand.Merged => Twist.Merged, _ => Twist.None,
    };
}
