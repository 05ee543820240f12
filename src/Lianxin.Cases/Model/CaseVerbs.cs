using Lianxin.Platform;

namespace Lianxin.Cases.Model;

/// <summary>What can be done to a case, and when.</summary>
public sealed partial class Case
{
    /// <summary>Files it under a condition: what it is, how long it may take, whether it is private.</summary>
    public void Classify(long? conditionId, string category, bool isPrivate, bool danger)
    {
        ConditionId = conditionId;
        Category = category;
        if (isPrivate) TurnPrivate();
        Danger = danger;
    }

    /// <summary>转为不公开: from now on only cleared posts know of it, and it never turns back.</summary>
    public void TurnPrivate() => (Private, ContactPersonId, Hint) = (true, null, null);

    /// <summary>Says where it happened, as a person confirmed it; with what is private nobody there is the contact.</summary>
    public void Locate(long placeUnitId, long? contactPersonId)
    {
        PlaceUnitId = placeUnitId;
        ContactPersonId = Private ? null : contactPersonId;
    }

    /// <summary>Chooses or switches the handling kind; every switch is on the timeline.</summary>
    public void HandleAs(long kindId)
    {
        if (!Open) throw new Refusal("已经办结的事项不能再改办理方式");
        KindId = kindId;
    }

    /// <summary>派单 → 办理: a lead unit has it, due at its own date.</summary>
    public void Dispatch(Dispatch lead)
    {
        if (Status is not (CaseStatus.Received or CaseStatus.Handling)) throw new Refusal("这件事现在不在派单环节");
        Status = CaseStatus.Handling;
        FollowLead(lead);
        Pending = false;
    }

    /// <summary>Back to 派单: an objection was upheld, or the lead gave it up.</summary>
    public void TakeBack()
    {
        if (Status != CaseStatus.Handling) throw new Refusal("这件事现在不在办理环节");
        Status = CaseStatus.Received;
        StopKind();
        Pending = false;
    }

    /// <summary>提级: another unit's centre decides from now on; the first person asked stays.</summary>
    public void HandUp(long toUnitId)
    {
        if (Status is not (CaseStatus.Received or CaseStatus.Handling)) throw new Refusal("这件事现在不能提级");
        AcceptUnitId = toUnitId;
        Status = CaseStatus.Received;
        StopKind();
    }

    /// <summary>办理 → 答复: every part is done; the reply is owed.</summary>
    public void Finish()
    {
        if (Status != CaseStatus.Handling) throw new Refusal("这件事现在不在办理环节");
        Status = CaseStatus.Feedback;
        StopKind();
    }

    /// <summary>解释退回: from 派单 or 办理 straight to the reply, which carries the reason.</summary>
    public void Explain()
    {
        if (Status is not (CaseStatus.Received or CaseStatus.Handling)) throw new Refusal("这件事现在不能解释退回");
        Status = CaseStatus.Feedback;
        StopKind();
    }

    /// <summary>答复 → 办结: the reporter was told, by whom it falls to (首问人).</summary>
    public void Reply(DateTime now)
    {
        if (Status != CaseStatus.Feedback) throw new Refusal("办完以后才能答复办结");
        RepliedAt = now;
        ClosedAt = now;
        Status = CaseStatus.Closed;
        EndClocks();
    }

    /// <summary>Back to the unit for rework; its clock has been running all along.</summary>
    public void SendBack(Dispatch lead)
    {
        if (Status != CaseStatus.Feedback) throw new Refusal("只有待答复的事项可以退回重办");
        Status = CaseStatus.Handling;
        FollowLead(lead);
    }

    /// <summary>评价. “Not solved” opens it again once under the same number.</summary>
    /// <param name="reopens">Whether the pack lets a reporter have it opened again.</param>
    public void Rate(bool solved, bool reopens = true)
    {
        if (Status != CaseStatus.Closed) throw new Refusal(Status == CaseStatus.Rated ? "您已经评价过了，谢谢" : "办结以后才能评价");
        if (Ending == Ending.Returned) throw new Refusal("这件事已退回转来的单位，由它答复您");
        if (Ending == Ending.Redirected) throw new Refusal("这件事没有在这里办，不用评价；不同意可以申诉");
        if (solved || Reopened || !reopens)
        {
            Status = CaseStatus.Rated;
            return;
        }

        Reopened = true;
        Reopen();
    }

    /// <summary>回访: what was said on the phone stands, also where it had been rated; “not solved” opens it again by the same rule.</summary>
    public void RateByCall(bool solved, bool reopens)
    {
        if (Status is not (CaseStatus.Closed or CaseStatus.Rated)) throw new Refusal("这件事正在办，不用再回访");
        Status = CaseStatus.Closed;
        Rate(solved, reopens);
    }

    /// <summary>回访: the answer was noted by mistake and nobody else had rated it.</summary>
    public void TakeBackRating()
    {
        if (Status != CaseStatus.Rated) throw new Refusal("这件事已经重新办理，不能撤销");
        Status = CaseStatus.Closed;
    }

    /// <summary>The centre does not open it again, with a reason the reporter sees and may have reviewed.</summary>
    public void RefuseReopening(DateTime now)
    {
        if (Status != CaseStatus.Received || Round == 0) throw new Refusal("这件事不是重新办理的");
        Status = CaseStatus.Closed;
        ClosedAt = now;
        ReopeningRefused = true;
        EndClocks();
    }

    /// <summary>A review or appeal was granted: it is handled again under its number, and rated again where it had been.</summary>
    public void Grant(Dispatch? lead)
    {
        if (Open) throw new Refusal("这件事正在办理");
        if (Status == CaseStatus.Rated) Round++;
        Status = lead is null ? CaseStatus.Received : CaseStatus.Handling;
        if (lead is null) StopKind();
        else FollowLead(lead);
        ClosedAt = null;
        Ending = Ending.Usual;
        Pending = false;
        ReopeningRefused = false;
    }

    /// <summary>An appeal was granted: it is no longer explained but handled.</summary>
    public void HandleAnewAs(long kindId) => KindId = kindId;

    /// <summary>The source sent its ticket a second time: it is handled again under its number.</summary>
    public void SendAgain()
    {
        if (Status is not (CaseStatus.Closed or CaseStatus.Rated)) throw new Refusal("只有办结的事项能重新办理");
        if (Pending) throw new Refusal("这件事正在裁定，有了结果再重新办理");
        (Pending, ReopeningRefused) = (false, false);
        Reopen();
    }

    public void Appeal()
    {
        if (Status is not (CaseStatus.Closed or CaseStatus.Voided)) throw new Refusal("答复以后才能申诉");
        if (Appealed) throw new Refusal("这件事已经申诉过一次，不能再申诉");
        Appealed = true;
        Pending = true;
    }

    public void AskDecision() => Pending = true;

    public void Decided() => Pending = false;

    public void SendOffList() => OffList = true;

    public void Urge() => Urges++;

    public void Supervise(DateTime now) => SupervisedAt ??= now;

    public void Retitle(string title) => Title = title;

    public void HearMore() => Unread = true;

    public void ReadMore() => Unread = false;

    public void Delegate(long personId) => DelegatePersonId = personId;

    /// <summary>A unit is complained about: it and everything below see nothing of it from now on.</summary>
    public void Accuse(long unitId) => AccusedUnitId = unitId;

    /// <summary>The reply passes from a person who no longer sees the case to the duty post of the unit that took it in.</summary>
    public void MoveReply(long fromPersonId)
    {
        if (FirstAskedPersonId == fromPersonId) FirstAskedPersonId = null;
        if (DelegatePersonId == fromPersonId) DelegatePersonId = null;
    }

    /// <summary>The unit whose duty post owes the reply where no person was asked; another takes it over from one complained about.</summary>
    public void AnswerBy(long unitId) => FirstAskedUnitId = unitId;

    private void Reopen()
    {
        Round++;
        MergedIntoId = null;
        Ending = Ending.Usual;
        Status = CaseStatus.Received;
        ClosedAt = null;
        StopKind();
    }
}
