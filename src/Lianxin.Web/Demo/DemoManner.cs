using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>How a year runs and how people talk: everything a generated case needs beyond its template.</summary>
internal sealed record DemoManner(
    IReadOnlyList<string> When,
    IReadOnlyList<string> Good,
    IReadOnlyList<string> Fair,
    IReadOnlyList<string> Poor,
    IReadOnlyList<string> Reopen,
    IReadOnlyList<string> Urges,
    IReadOnlyList<string> Extensions,
    IReadOnlyDictionary<DemoTalk, IReadOnlyList<string>> Talk);

/// <summary>Weights of the twelve months, January first.</summary>
internal sealed record DemoSeason(string Key, IReadOnlyList<int> Months);

/// <summary>How likely each channel is.</summary>
internal sealed record DemoMix(string Key, IReadOnlyDictionary<DemoChannel, int> Channels);

/// <summary>Who is heard through a channel, and so in whose words the text is written.</summary>
internal sealed record DemoVoice(string Key, IReadOnlyList<DemoChannel> Channels);

/// <summary>What officials write when they do this or that to a case.</summary>
internal enum DemoTalk
{
    HandUp,
    Materials,
    County,
    Helper,
    HelperDone,
    Group,
    Assign,
    GroupNote,
    GroupDone,
    Supervise,
    Rework,
    Reassign,
    Switch,
    Delegate,
    Order,
    Objection,
    Upheld,
    Refused,
    Granted,
    Confirmed,
    Unopened,
    Review,
    Recuse,
    Named,
    Reveal,
    Extension,
    Hold,
    Wake,
    Allowed,
    Whistle,
    Instruction,
    Leader,
    Seclude,
    Withdraw,
    Void,
    Redirect,
    Unmerge,
    Other,
}

internal enum DemoChannel
{
    Scan,
    Wechat,
    Phone,
    Hotline,
    Visit,
    Field,
}

/// <summary>Reads <c>seasons.yaml</c>.</summary>
internal sealed class DemoSeasonsSection : IPackSection
{
    public string File => "seasons.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("seasons");
        foreach (var node in root.List("seasons"))
        {
            node.RefuseUnknown("key", "months");
            var months = node.List("months").Select(m => (int)m.AsNumber()).ToList();
            if (months.Count != 12) node.RefuseAt("months", "一年应该写十二个数");
            var season = new DemoSeason(node.Key(), months);
            draft.Define(DemoSpace.Season, season.Key, node);
            draft.Keep(season);
        }
    }
}

/// <summary>Reads <c>manner.yaml</c>.</summary>
internal sealed class DemoMannerSection : IPackSection
{
    public string File => "manner.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("mixes", "voices", "when", "ratings", "urges", "extensions", "talk");
        foreach (var node in root.List("mixes"))
        {
            var mix = new DemoMix(node.Key(), Weights(node.Child("channels")));
            draft.Define(DemoSpace.Mix, mix.Key, node);
            draft.Keep(mix);
        }

        foreach (var node in root.List("voices"))
            draft.Keep(new DemoVoice(node.Key(), node.Keywords<DemoChannel>("channels")));

        var ratings = root.Child("ratings");
        ratings.RefuseUnknown("good", "fair", "poor", "reopen");
        draft.Keep(new DemoManner(
            root.Strings("when"),
            ratings.Strings("good"),
            ratings.Strings("fair"),
            ratings.Strings("poor"),
            ratings.Strings("reopen"),
            root.Strings("urges"),
            root.Strings("extensions"),
            Talk(root.Child("talk"))));
    }

    /// <summary>Something to say for every occasion.</summary>
    private static Dictionary<DemoTalk, IReadOnlyList<string>> Talk(PackNode node)
    {
        node.RefuseUnknown([.. PackWords.All<DemoTalk>()]);
        return Enum.GetValues<DemoTalk>().ToDictionary(t => t, t => node.Strings(PackWords.Of(t)));
    }

    private static Dictionary<DemoChannel, int> Weights(PackNode node)
    {
        node.RefuseUnknown([.. PackWords.All<DemoChannel>()]);
        return node.Keys
            .Where(k => PackWords.Find<DemoChannel>(k) is not null)
            .ToDictionary(k => PackWords.Find<DemoChannel>(k)!.Value, k => node.Int(k, 1, 100));
    }
}
