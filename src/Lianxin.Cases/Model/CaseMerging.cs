using Lianxin.Platform;

namespace Lianxin.Cases.Model;

/// <summary>Several reports of one thing: each keeps its number, words, reporters and promise; one of them is handled for all.</summary>
public sealed partial class Case
{
    /// <summary>The case it is handled with; stays on record after both were answered.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>True while another case is handled for it.</summary>
    public bool Merged => MergedIntoId is not null && Open;

    /// <summary>What one report must not learn of the other, or who may see it, would no longer hold (decisions 23a).</summary>
    public bool Mergeable => !Private && !Hidden && AccusedUnitId is null;

    /// <summary>The case it was taken out of.</summary>
    public long? SplitFromId { get; private set; }

    /// <summary>What is left of the words; the whole stays in the first line of the timeline.</summary>
    public void Reword(string title, string words) => (Title, Words) = (title, Lianxin.Platform.Protection.TextMask.Apply(words).Text);

    /// <summary>It leaves the queue, and nobody works on it any more; its promise goes on running unseen.</summary>
    public void MergeInto(Case main)
    {
        if (main.Id == Id || !main.Open || main.Merged) throw new Refusal("不能并到这一件，请选另一件没办完的", "other");
        if (!Mergeable || !main.Mergeable) throw new Refusal("不公开、不让村里知道、反映单位问题的事项不能合并", "other");
        if (main.AcceptUnitId != AcceptUnitId) throw new Refusal("两件不在同一个中心派单，不能合并", "other");
        if (Danger && !main.Danger) throw new Refusal("这一件可能危及生命，要留着接着办；请打开另一件，把它并到这一件来");
        if (OrderId is not null) throw new Refusal("这一件的领导批示还没办结，要留着接着办；请打开另一件，把它并到这一件来");
        if (Status == CaseStatus.Handling) TakeBack();
        if (Status != CaseStatus.Received) throw new Refusal("这一件已经办完，请先答复");
        MergeWith(main);
        (NextDue, NextClock, RiseAt) = (null, null, null);
    }

    /// <summary>The one it was merged into is itself handled with another from now on.</summary>
    public void MergeWith(Case main) => MergedIntoId = main.Id;

    /// <summary>Back to where it stood, its clock having run.</summary>
    public void Unmerge()
    {
        if (!Merged) throw new Refusal("这件事没有并到别的事项里");
        MergedIntoId = null;
        RiseAt = PromiseDue;
        Await();
    }

    /// <summary>An approved date of the case it is handled with is its date as well; its clock goes on unseen.</summary>
    public void PromiseWithMain(DateTime due) => (PromiseParts, PromiseDue) = ("", due);

    /// <summary>The answer of the case it was merged into is its answer as well.</summary>
    public void AnswerWithMain(DateTime now)
    {
        if (!Merged) throw new Refusal("这件事没有并到别的事项里");
        Status = CaseStatus.Closed;
        RepliedAt = now;
        ClosedAt = now;
        EndClocks();
    }
}
