using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.SignIn;

/// <summary>Ends the session of this browser, on every node at once.</summary>
internal sealed class SignOut(AppDb db, CurrentActor current, Clock clock)
{
    public async Task Do(HttpContext http)
    {
        if (current.SessionId is { } id)
        {
            var session = await db.Set<Session>().FirstAsync(s => s.Id == id);
            session.EndedAt = clock.Now;
            await db.Save(new Act("SignOut", current.Actor));
        }

        SessionCookie.Take(http);
        VisitLanguage.Forget(http);
        // Whatever a browser kept of this person's pages goes with them.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }
}
