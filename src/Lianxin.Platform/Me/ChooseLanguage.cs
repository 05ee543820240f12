using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Me;

internal sealed record ChooseLanguageInput
{
    [Required, MaxLength(20), Label("语言")]
    public string Language { get; init; } = "";

    [Label("以后都用")]
    public bool Always { get; init; }
}

/// <summary>The language of one's pages: for this visit, or from now on.</summary>
internal sealed class ChooseLanguage(OwnAccount own, IHttpContextAccessor accessor, Translations translations)
{
    public async Task<string?> Do(ChooseLanguageInput input)
    {
        if (!translations.Has(input.Language)) throw new Refusal("没有这种语言", "language");
        var http = accessor.HttpContext!;
        if (!input.Always)
        {
            VisitLanguage.Choose(http, input.Language);
            return "/me";
        }

        (await own.Read()).Speak(input.Language);
        await own.Save("ChooseLanguage");
        VisitLanguage.Forget(http);
        return "/me";
    }
}
