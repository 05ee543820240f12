using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Files;

/// <summary>The room that owns a kind of file decides who may open it.</summary>
public interface IFileGate
{
    /// <summary>Whether this gate answers for the owner kind, and whether the actor may open it; null when it is not this room's.</summary>
    Task<bool?> MayOpen(string ownerKind, long ownerId);
}

/// <summary>Links for pages without an account: signed, good for two hours.</summary>
public sealed class FileLinks(FieldKey key, Clock clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromHours(2);

    public string For(long id)
    {
        var until = new DateTimeOffset(clock.Now + Good).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"/files/{id}?until={until}&sign={Sign(id, until)}");
    }

    internal bool Holds(long id, long until, string sign) =>
        until >= new DateTimeOffset(clock.Now).ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(id, until)), Encoding.ASCII.GetBytes(sign));

    private string Sign(long id, long until) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key.Current.Sign, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"file {id} {until}"))))[..32];
}

internal static class FileEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/files/{id:long}", async (
            HttpContext http, long id, long? until, string? sign, AppDb db, FileLinks links, IEnumerable<IFileGate> gates, CurrentActor current) =>
        {
            var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id);
            if (file is null || !(links.Holds(id, until ?? 0, sign ?? "") || (current.Actor.SignedIn && await Gated(file, gates)))) return Results.NotFound();
            var bytes = await db.Set<FileBytes>().AsNoTracking().Where(b => b.Id == id).Select(b => b.Bytes).FirstAsync();
            foreach (var (name, value) in FileHeaders.For(file.Kind, $"{id}.{file.Kind.Extension()}")) http.Response.Headers[name] = value;
            http.Response.Headers.CacheControl = "no-store";
            return Results.Bytes(bytes, file.Kind.ContentType(), enableRangeProcessing: true);
        }).Public("signed link, or the owner room's gate for those signed in");

    private static async Task<bool> Gated(StoredFile file, IEnumerable<IFileGate> gates)
    {
        foreach (var gate in gates)
        {
            if (await gate.MayOpen(file.OwnerKind, file.OwnerId) is { } may) return may;
        }

        return false;
    }
}
