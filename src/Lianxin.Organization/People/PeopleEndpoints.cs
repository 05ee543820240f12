using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Ui.Kit;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.People;

/// <summary>Who works here, and who holds which post from when to when.</summary>
internal static class PeopleEndpoints
{
    private const string Root = "/admin/people";
    private const string End = UnitForms.Root + "/posts/{id:long}/end";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(Root, async (string? q, long? unit, string? free, string? sort, long? after, PeopleReader people) =>
        {
            var filter = new PeopleFilter(UnitEndpoints.Cut(q)) { Unit = unit, Free = free == "true", Sort = Sorting.Read(sort, PeopleFilter.Entered, "name"), After = after };
            return Page.Show<PeoplePage>(("Filter", filter), ("Part", await people.Page(filter)));
        }).Needs(OrganizationAccess.View);
        routes.MapGet(Root + "/add", () => Ask(new FormState())).Needs(PlatformAccess.Posts);
        routes.MapPost(Root + "/add", (HttpContext http, AddPerson add, Flash flash) => http.Act<AddPersonInput>(
            async input =>
            {
                if (await add.Do(input) is null) return null;
                flash.Say("{0}已登记，接着到单位的页面上安排岗位", input.Name);
                return $"{Root}?q={Uri.EscapeDataString(input.Name)}";
            },
            form => Task.FromResult(Ask(form)))).Needs(PlatformAccess.Posts);

        routes.MapGet(Root + "/{id:long}/edit", (long id, CorrectPerson correct) => Ask(correct, id, new FormState())).Needs(PlatformAccess.Posts);
        routes.MapPost(Root + "/{id:long}/edit", (HttpContext http, long id, CorrectPerson correct, Flash flash) => http.Act<CorrectPersonInput>(
            async input =>
            {
                if (await correct.Do(id, input) is null) return null;
                flash.Say("{0}的资料已改好", input.Name);
                return $"{Root}?q={Uri.EscapeDataString(input.Name)}";
            },
            form => Ask(correct, id, form))).Needs(PlatformAccess.Posts);

        UnitForms.Map<AppointPage, AppointInput, Appoint>(routes, "appoint", PlatformAccess.Posts, "{0}的岗位已安排", (act, id, input) => act.Do(id, input));
        routes.MapGet(End, (long id, PeopleReader people, AppDb db, EndPost end) => Ask(people, db, end, id, new FormState())).Needs(PlatformAccess.Posts);
        routes.MapPost(End, (HttpContext http, long id, PeopleReader people, AppDb db, EndPost end, Flash flash) => http.Act<EndPostInput>(
            async input =>
            {
                if (await people.Post(id) is not { } post || await end.Do(id, input) is null) return null;
                flash.Say("{0}的岗位已结束", post.Name);
                return UnitForms.Link(post.Unit);
            },
            form => Ask(people, db, end, id, form))).Needs(PlatformAccess.Posts);
    }

    private static IResult Ask(FormState form) => Page.Show<AddPersonPage>(("Form", form));

    private static async Task<IResult> Ask(CorrectPerson correct, long id, FormState form) =>
        await correct.Find(id) is { } person ? Page.Show<CorrectPersonPage>(("Person", person), ("Form", form)) : Results.NotFound();

    private static async Task<IResult> Ask(PeopleReader people, AppDb db, EndPost end, long id, FormState form)
    {
        if (await people.Post(id) is not { } shown) return Results.NotFound();
        var post = await db.Set<Post>().AsNoTracking().FirstAsync(p => p.Id == id);
        return Page.Show<EndPostPage>(("Post", shown), ("Version", post.Version), ("OwnLast", await end.OwnLast(post)), ("Form", form));
    }
}
