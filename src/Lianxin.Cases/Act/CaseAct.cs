using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Lianxin.Cases.Act;

/// <summary>
/// One thing that can be done to a case: when it is offered, what it asks, what it does. The desk shows the ones
/// offered as buttons with their shortcut; each is also a page of its own, so it works without scripts.
/// </summary>
public abstract class CaseAct
{
    /// <summary>Address part and client name: <c>dispatch</c>.</summary>
    public abstract string Key { get; }

    /// <summary>What the button says.</summary>
    public abstract string Text { get; }

    /// <summary>Key on the desk; null for rare acts.</summary>
    public virtual char? Shortcut => null;

    /// <summary>The one act that moves the case on from here; shown first and in colour.</summary>
    public virtual bool Primary => false;

    /// <summary>A sentence above the form.</summary>
    public virtual string? Explains => null;

    /// <summary>What has to be decided or known here, of this very case.</summary>
    public virtual Sentence? About(CaseSeen seen) => null;

    /// <summary>What the form may begin from instead: names and addresses that show it filled otherwise.</summary>
    public virtual Task<IReadOnlyList<(string Name, string Href)>> Starts(CaseSeen seen) => Task.FromResult<IReadOnlyList<(string, string)>>([]);

    /// <summary>Where the actor goes on afterwards: the case as it now stands.</summary>
    public virtual string After(CaseSeen seen) => seen.Home;

    /// <summary>True where there is nothing to ask: the button itself does it.</summary>
    public virtual bool AtOnce => false;

    /// <summary>Answers from which the form proposes others; its address may carry them. The first decides on all the rest.</summary>
    public virtual IReadOnlyList<string> Proposes => [];

    public abstract bool Offered(CaseSeen seen);

    /// <summary>True for the few acts that make sense while another case is handled for this one.</summary>
    public virtual bool OnMerged => false;

    /// <summary>Whether it may be done now.</summary>
    public bool Open(CaseSeen seen) => (OnMerged || !seen.File.Merged) && Offered(seen);

    public virtual Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>([]);

    /// <summary>The form, with what is already answered in it.</summary>
    public virtual Task<IReadOnlyList<FormField>> Fields(CaseSeen seen, FormState form) => Fields(seen);

    /// <summary>Does it with what its own form proposes for this very case, these answers in the place of others: one of many done in one go.</summary>
    /// <exception cref="Platform.Refusal">Something is still to be chosen, or what was chosen is not offered for this case.</exception>
    public abstract Task DoAsProposed(CaseSeen seen, IReadOnlyDictionary<string, string> answers, ISentences t);

    /// <summary>Maps the page that asks and the post that does it.</summary>
    public abstract void Map(IEndpointRouteBuilder routes);
}

/// <summary>An act with its input.</summary>
public abstract class CaseAct<TInput> : CaseAct where TInput : class, new()
{
    /// <summary>Does it and saves once. The act was offered to this actor when it is called.</summary>
    public abstract Task Do(CaseSeen seen, TInput input);

    public override async Task DoAsProposed(CaseSeen seen, IReadOnlyDictionary<string, string> answers, ISentences t)
    {
        var fields = await Fields(seen, new FormState());
        foreach (var field in fields)
        {
            if (field.Options.Count > 0 && answers.TryGetValue(field.Name, out var chosen) && field.Options.All(o => o.Value != chosen))
                throw new Platform.Refusal("这件事不能选这一项：{0}", field.Name, new Sentence(field.Label));
        }

        var values = fields.Where(f => f.Kind is not (FieldKind.Said or FieldKind.Files)).ToDictionary(f => f.Name, f => new StringValues(answers.GetValueOrDefault(f.Name) ?? f.Value ?? ""));
        var form = new FormState();
        var input = FormBinder.Bind<TInput>(new FormCollection(values), form, t);
        if (!form.Valid) throw new Platform.Refusal(form.Errors.Values.First());
        await Do(seen, input);
    }

    public override bool AtOnce => typeof(TInput) == typeof(NoInput);

    public override void Map(IEndpointRouteBuilder routes) => ActEndpoints.Map<TInput>(routes, GetType(), Key);
}
