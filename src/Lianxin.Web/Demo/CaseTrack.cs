using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>One case as the play follows it; what it says of the case is as of the last act.</summary>
internal sealed class CaseTrack(DemoCase template, ConditionPlan plan, Fate fate, string code)
{
    public DemoCase Template => template;

    public ConditionPlan Plan => plan;

    public Fate Fate => fate;

    /// <summary>The six digits the reporter went home with.</summary>
    public string Code => code;

    public string Number { get; private set; } = "";

    public bool Private { get; private set; }

    public CaseStatus Status { get; private set; }

    public long Accept { get; private set; }

    /// <summary>Where it happened.</summary>
    public long Place { get; private set; }

    /// <summary>What must be done next is due then.</summary>
    public DateTime? Due { get; private set; }

    public DateTime Promise { get; private set; }

    public long? Asked { get; private set; }

    public long AskedUnit { get; private set; }

    /// <summary>Whose act may be questioned.</summary>
    public long? By { get; set; }

    /// <summary>The twist has been played.</summary>
    public bool Turned { get; set; }

    /// <summary>Returned with an explanation, not handled.</summary>
    public bool Explained { get; set; }

    /// <summary>Who keeps out of it.</summary>
    public HashSet<long> Out { get; } = [];

    /// <summary>Hours rather than days.</summary>
    public bool Urgent => plan.Limit.Unit == PackUnit.UrgentHour && plan.Limit.Amount <= 4;

    public bool Quick => plan.Limit.Unit is PackUnit.UrgentHour or PackUnit.WorkHour;

    public CaseTrack See(Case file)
    {
        (Number, Private, Status, Accept, Due, Promise) = (file.Number, file.Private, file.Status, file.AcceptUnitId, file.NextDue, file.PromiseDue);
        Place = file.PlaceUnitId;
        (Asked, AskedUnit) = (file.DelegatePersonId ?? file.FirstAskedPersonId, file.FirstAskedUnitId);
        return this;
    }
}
