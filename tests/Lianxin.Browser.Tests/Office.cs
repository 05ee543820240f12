using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>Somebody with a post at the desk: finds a case by its number and does to it what the page offers.</summary>
internal static class Office
{
    public const string Dispatcher = "xuwenjing";
    public const string PhoneClerk = "songmeiling";
    public const string CentreHead = "fangjianguo";
    public const string Works = "cuipeng";
    public const string Farms = "kongqinghe";
    public const string Worker = "tianxiaoju";

    public static async Task<Visitor> Visit(this Browsing browsing, Town town, int width, string? login = null)
    {
        var visitor = await browsing.Visit(width, at: town.Base);
        if (login is not null) await visitor.SignIn(login);
        return visitor;
    }

    /// <summary>Searches the queue and opens the case.</summary>
    public static async Task Find(this Visitor me, string number)
    {
        await me.Page.GotoAsync("/desk");
        await me.Write("查找事项", number);
        await me.Press("查找");
        await me.Press(me.Content().GetByRole(AriaRole.Article).Filter(new() { HasText = number }).GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link));
        await me.Read("首问人");
    }

    /// <summary>Opens the page of an act, from the bar or from what it folds away.</summary>
    public static async Task Begin(this Visitor me, string act)
    {
        var offered = me.Content().GetByRole(AriaRole.Link, new() { NameRegex = Hands.Begins(act), IncludeHidden = true });
        await Assertions.Expect(offered).ToHaveCountAsync(1);
        if (!await offered.IsVisibleAsync()) await me.Unfold("更多");
        await me.Follow(act);
        await Assertions.Expect(me.Content().GetByRole(AriaRole.Heading, new() { Name = act })).ToBeVisibleAsync();
    }

    /// <summary>Does what the page asks; the case as it then stands says so.</summary>
    public static async Task Finish(this Visitor me, string act)
    {
        await me.Press(act);
        await me.Read($"已{act}");
    }

    /// <summary>Decides by the button that says the decision; the case as it then stands says so.</summary>
    public static async Task Decide(this Visitor me, string act, string decision)
    {
        await me.Press(decision);
        await me.Read($"已{act}");
    }

    /// <summary>An act from its button to the case as it then stands; one that asks nothing is done by the button itself.</summary>
    public static async Task Do(this Visitor me, string act, string? field = null, string? words = null)
    {
        if (act is "签收" or "补充已看")
        {
            await me.Finish(act);
            return;
        }

        await me.Begin(act);
        if (field is not null) await me.Write(field, words!);
        await me.Finish(act);
    }

    /// <summary>A lamp is reported and sent to whoever looks after lamps: where many stories begin.</summary>
    public static async Task<(Visitor Resident, (string Number, string Code) Receipt, Visitor Dispatcher)> SentOut(this Browsing browsing, Town town, int width, string words)
    {
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("路灯不亮", words);
        var dispatcher = await browsing.Visit(town, width, Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Do("派单");
        return (resident, receipt, dispatcher);
    }

    /// <summary>The way of an ordinary case to its answer, done and not looked at.</summary>
    public static async Task Settle(this Browsing browsing, Town town, int width, string number, string office = Works)
    {
        var dispatcher = await browsing.Visit(town, width, Dispatcher);
        await dispatcher.Find(number);
        await dispatcher.Do("派单");
        var works = await browsing.Visit(town, width, office);
        await works.Find(number);
        await works.Do("签收");
        await works.Do("办完", "办理结果", "换了灯头，试亮正常");
        await browsing.Answer(town, width, number, "灯修好了，您晚上看看");
    }

    /// <summary>The desk that was asked first tells the reporter on their page.</summary>
    public static async Task Answer(this Browsing browsing, Town town, int width, string number, string words)
    {
        var desk = await browsing.Visit(town, width, PhoneClerk);
        await desk.Find(number);
        await desk.Begin("答复并办结");
        await desk.Write("答复内容", words);
        await desk.Choose("答复方式", "查询页");
        await desk.Finish("答复并办结");
    }
}
