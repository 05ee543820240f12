using System.Security.Cryptography;
using System.Text;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Platform.Web;

/// <summary>
/// The one way a form is carried out: read and check the input, notice a repeat, run the handler, and answer
/// 303, 404, 409 or 422 as the house does everywhere; 503 when it is not saved, or nobody knows, for the database's sake.
/// </summary>
public static class Acts
{
    public const string ClientId = "cid";
    public const string StaleMessage = "刚才有人先处理了，下面是最新情况，请看过再办";

    /// <param name="run">Carries it out; returns the address to go to, or null when the thing is not visible to the actor.</param>
    /// <param name="show">Shows the form again with what was typed and what was refused.</param>
    public static Task<IResult> Act<TInput>(
        this HttpContext http, Func<TInput, Task<string?>> run, Func<FormState, Task<IResult>> show)
        where TInput : class, new() =>
        http.Carry<TInput>(
            async input =>
            {
                if (await run(input) is not { } to) return null;
                try
                {
                    await Remember(http, to);
                }
                catch (Exception e) when (Doubtful(http, e))
                {
                    // What was asked for is done and durable; a repeat would only be sent to another place.
                    http.RequestServices.GetRequiredService<ILogger<Outcome>>().LogWarning(e, "Request {Reference}: where it led could not be noted.", Faults.Reference(http));
                }

                return Redirect(to);
            },
            show,
            to => Task.FromResult<IResult?>(Redirect(to)));

    /// <summary>The general form: the answer is a page of its own, for first and repeated requests alike.</summary>
    public static async Task<IResult> Carry<TInput>(
        this HttpContext http, Func<TInput, Task<IResult?>> run, Func<FormState, Task<IResult>> show, Func<string, Task<IResult?>> again)
        where TInput : class, new()
    {
        var services = http.RequestServices;
        var sentences = services.GetRequiredService<ISentences>();
        var acting = services.GetRequiredService<Acting>();
        var state = new FormState();
        IFormCollection form;
        try
        {
            // Something else than a form reads as an empty one.
            form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await Refused(http, show, state.Refuse(sentences.Say("内容太大，没有收到，请减少照片再试")), 413);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return await Refused(http, show, state.Refuse(sentences.Say("提交的内容不完整或有不能保存的字符，请检查后再试")), 422);
        }

        var input = FormBinder.Bind<TInput>(form, state, sentences);
        if (!state.Valid) return await Refused(http, show, state, 422);
        Sign(http, form, acting, services.GetRequiredService<Protector>());
        if (await Earlier(http, acting) is { } receipt) return await Answer(receipt);
        try
        {
            return await run(input) ?? Results.NotFound();
        }
        catch (Refusal refusal)
        {
            foreach (var one in refusal.All) state.Refuse(sentences.Say(one.Sentence, one.Args), one.Field);
            return await Refused(http, show, state, 422);
        }
        catch (Overtaken)
        {
            // Of two clicks at one moment the slower meets what the faster has just done: the same act, answered alike.
            if (await Earlier(http, acting) is { } same) return await Answer(same);
            return await Refused(http, show, state.Refuse(sentences.Say(StaleMessage)), 409);
        }
        catch (Repeated)
        {
            return await Earlier(http, acting) is { } twin ? await Answer(twin) : Results.NotFound();
        }
        catch (Exception e) when (Doubtful(http, e))
        {
            services.GetRequiredService<ILogger<Outcome>>().LogWarning(e, "Request {Reference}: it is not known whether it was saved.", Faults.Reference(http));
            var saved = await Saved(http, acting, e);
            return saved is true && await Earlier(http, acting) is { } done ? await Answer(done, sure: true) : await NotDone(saved, Leaves(acting));
        }

        // A receipt that can be read need not be on the standby yet, and a repeat often comes because nobody could say.
        async Task<IResult> Answer(Receipt first, bool sure = false)
        {
            if (first.BodyHash is not { } body || !acting.Bodies.Contains(body)) return await Refused(http, show, state.Refuse(sentences.Say("这张表单已经提交过，请重新打开再填")), 409);
            if (!sure && await services.GetRequiredService<Outcome>().Of(first.Key) is not true) return await NotDone(null, guarded: true);
            return await again(first.Result ?? "/") ?? Results.NotFound();
        }

        Task<IResult> NotDone(bool? saved, bool guarded)
        {
            if (acting.Key is not null) http.Items[ClientId] = form[ClientId].ToString();
            return Refused(http, show, state.Refuse(sentences.Say(Told(saved, guarded, form.Files.Count > 0))), 503);
        }
    }

    public static IResult Redirect(string to) => new SeeOther(to);

    private static async Task<IResult> Refused(HttpContext http, Func<FormState, Task<IResult>> show, FormState state, int status)
    {
        http.RequestServices.GetRequiredService<AppDb>().ChangeTracker.Clear();
        http.Response.StatusCode = status;
        state.FilesLost = http.Request.HasFormContentType && http.Features.Get<IFormFeature>()?.Form is { Files.Count: > 0 } form && form.Files.Any(f => f.Length > 0);
        return await show(state);
    }

    private static bool Doubtful(HttpContext http, Exception fault) =>
        fault is OutcomeUnknown || http.RequestServices.GetRequiredService<IEngine>().Failing(fault);

    /// <summary>Only an act leaves a receipt to ask by; what failed before a commit was sent and is no act has changed nothing.</summary>
    private static async Task<bool?> Saved(HttpContext http, Acting acting, Exception fault)
    {
        if (Leaves(acting)) return await http.RequestServices.GetRequiredService<Outcome>().Of(acting.Key!);
        return fault is OutcomeUnknown || acting.Acted ? null : false;
    }

    private static bool Leaves(Acting acting) => acting is { Acted: true, Key: not null };

    private static string Told(bool? saved, bool guarded, bool files) => (saved, guarded, files) switch
    {
        (false, _, false) => "刚才的提交没有存上，请再点一次",
        (false, _, true) => "刚才的提交没有存上，请重新选好照片再点一次",
        (_, true, _) => "系统这会儿说不准刚才的提交存上没有。请过一会儿再点一次：存上了的不会记成两件，没存上的会存上",
        _ => "系统这会儿说不准刚才的提交存上没有。请先看看有没有，没有再交一次",
    };

    private static void Sign(HttpContext http, IFormCollection form, Acting acting, Protector protector)
    {
        var cid = form[ClientId].ToString();
        if (cid.Length is < 8 or > 60) return;
        var who = acting.By.AccountId?.ToString() ?? "public";
        acting.Key = Hash($"{who} {http.Request.Path} {cid}");
        var body = new StringBuilder();
        foreach (var field in form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (field.Key is ClientId or "__RequestVerificationToken") continue;
            body.Append(field.Key).Append('=').AppendJoin('\u001f', field.Value.ToArray()).Append('\u001e');
        }

        foreach (var file in form.Files) body.Append(file.Name).Append(' ').Append(file.Length).Append('\u001e');
        // Keyed, because a body may hold a password and this hash is kept.
        acting.Bodies = protector.Indexes(body.ToString());
    }

    /// <summary>Where the address became known only after the save, the receipt learns it now: a repeat goes where the first went.</summary>
    private static async Task Remember(HttpContext http, string to)
    {
        var acting = http.RequestServices.GetRequiredService<Acting>();
        if (acting.Key is not { } key || !acting.Acted || acting.Answer == to || to.Length > Receipt.ResultMax) return;
        var db = http.RequestServices.GetRequiredService<AppDb>();
        await db.Run(() => db.Set<Receipt>().Where(r => r.Key == key).ExecuteUpdateAsync(set => set.SetProperty(r => r.Result, to)));
    }

    private static Task<Receipt?> Earlier(HttpContext http, Acting acting)
    {
        if (acting.Key is not { } key) return Task.FromResult<Receipt?>(null);
        var db = http.RequestServices.GetRequiredService<AppDb>();
        return db.Set<Receipt>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A header holds ASCII alone: anything else is written as an address writes it.</summary>
    private static string Plain(string address) =>
        string.Concat(Encoding.UTF8.GetBytes(address).Select(b => b is > 0x20 and < 0x7F ? ((char)b).ToString() : $"%{b:X2}"));

    private sealed class SeeOther(string to) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Plain(to);
            return Task.CompletedTask;
        }
    }
}
