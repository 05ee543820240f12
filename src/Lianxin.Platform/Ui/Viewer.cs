using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Ui;

/// <summary>What the frame of a page shows about the one who looks at it.</summary>
public sealed class Viewer(CurrentActor current, Modules modules, AppDb db, SettingsBook settings, IHttpContextAccessor accessor)
{
    public Actor Actor => current.Actor;

    public string Path => accessor.HttpContext?.Request.Path.Value ?? "/";

    public string PathAndQuery => Path + accessor.HttpContext?.Request.QueryString;

    /// <summary>字再大些: asked for by the address of this visit.</summary>
    public bool Big => accessor.HttpContext?.Request.Query["big"].ToString() == "1";

    /// <summary>The rooms' entries this actor may open, in order.</summary>
    public IReadOnlyList<MenuEntry> Menu => [.. modules.All.SelectMany(m => m.Menu).Where(e => e.Permission.Length == 0 || e.Permission.Split(' ').Any(Actor.Can)).OrderBy(e => e.Order)];

    /// <summary>Unread notices, at most 100.</summary>
    public int Unread { get; private set; }

    /// <summary>True until the operator has entered the filing number of its public faces (decisions 9a).</summary>
    public bool Trial { get; private set; }

    /// <summary>Reads what the frame shows before anything is drawn: components never query, so none meets another on the one database context.</summary>
    /// <param name="framed">Whether the page stands in a face's frame, with its badge of unread notices.</param>
    public async Task Prepare(bool framed)
    {
        Trial = (await settings.Read(SettingsBook.FilingNumber)).Length == 0;
        if (framed && Actor.PersonId is { } me)
            Unread = await db.Set<Notice>().Where(n => n.PersonId == me && n.ReadAt == null).OrderBy(n => n.Id).Take(100).CountAsync();
    }
}
