using System.Globalization;
using System.Text.Json;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Language;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Notices;

/// <summary>Passes a notice on to the operator's gateway, where one is set; a failure is delivered again later.</summary>
internal sealed class SendNotice(SettingsBook settings, NoticeSender sender, Translations translations) : IConsume<NoticeRaised>
{
    public async Task Consume(NoticeRaised happened, AppDb db)
    {
        if (NoticeAddress.Read(await settings.Read(SettingsBook.NoticeUrl)) is not { } gateway) return;
        var found = await (
            from n in db.Set<Notice>().AsNoTracking()
            join p in db.Set<Person>() on n.PersonId equals p.Id
            join a in db.Set<Account>() on p.Id equals a.PersonId
            where n.Id == happened.NoticeId && n.ReadAt == null && a.DisabledAt == null
            select new { Notice = n, p.WorkPhone, a.Login, a.Language }).FirstOrDefaultAsync();
        if (found is null) return;
        var notice = found.Notice;
        var words = translations.Of(found.Language);
        var said = new Sentence(notice.Text, [.. JsonSerializer.Deserialize<string[]>(notice.Parts)!]);
        var site = (await settings.Read(SettingsBook.SiteUrl)).TrimEnd('/');
        await sender.Send(gateway, new(
            notice.Id.ToString(CultureInfo.InvariantCulture), found.Login, found.WorkPhone,
            said.In(key => words.GetValueOrDefault(key, key)), site + notice.Link, notice.Urgent));
    }
}
