using Lianxin.Cases.Model;

namespace Lianxin.Cases.Turns.Revisits;

/// <summary>What a clerk notes after a call.</summary>
internal enum RevisitAnswer
{
    Satisfied,
    Basic,
    Dissatisfied,
    Unsolved,

    /// <summary>没人接.</summary>
    Missed,

    /// <summary>不愿评价.</summary>
    Declined,
}

/// <summary>What came of a call, in words; localizer keys.</summary>
internal static class RevisitWords
{
    public static string Of(string answer) => answer switch
    {
        nameof(RevisitAnswer.Satisfied) => "满意",
        nameof(RevisitAnswer.Basic) => "基本满意",
        nameof(RevisitAnswer.Dissatisfied) => "不满意",
        nameof(RevisitAnswer.Unsolved) => "没解决",
        nameof(RevisitAnswer.Declined) => "不愿评价",
        _ => "没人接",
    };

    public static string Of(RevisitResult result) => Of(result.ToString());
}
