using System.Security.Cryptography;
using Lianxin.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Files;

/// <summary>A file that passed the check: its kind by content and its bytes without metadata.</summary>
public sealed record CheckedFile(FileKind Kind, byte[] Bytes);

/// <summary>Takes files in with the caller's save.</summary>
public sealed class FileShelf(AppDb db, Ids ids, Clock clock)
{
    /// <summary>Checks by content and strips metadata.</summary>
    /// <exception cref="Refusal">Too many, too large, or not a kind we take.</exception>
    public async Task<IReadOnlyList<CheckedFile>> Check(IReadOnlyList<IFormFile> files, int most)
    {
        if (files.Count > most) throw new Refusal("最多上传 {0} 个文件", "files", most);
        var taken = new List<CheckedFile>();
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            var (inspection, bytes) = await FileInspector.InspectAsync(stream);
            if (inspection.Kind is not { } kind) throw new Refusal(inspection.Refusal!.Key, "files", inspection.Refusal.Args);
            taken.Add(new CheckedFile(kind, MetadataStripper.Strip(bytes, kind)));
        }

        return taken;
    }

    /// <summary>The same files for another owner as well: what was one thing has become two.</summary>
    public async Task Copy(string ownerKind, long from, long to)
    {
        var files = await db.Set<StoredFile>().AsNoTracking().Where(f => f.OwnerKind == ownerKind && f.OwnerId == from).OrderBy(f => f.Id)
            .Join(db.Set<FileBytes>(), f => f.Id, b => b.Id, (f, b) => new CheckedFile(f.Kind, b.Bytes)).ToListAsync();
        Keep(ownerKind, to, files);
    }

    public void Keep(string ownerKind, long ownerId, IReadOnlyList<CheckedFile> files)
    {
        foreach (var file in files)
        {
            var id = ids.Next();
            db.Add(StoredFile.Keep(id, ownerKind, ownerId, file.Kind, file.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), clock.Now));
            db.Add(new FileBytes { Id = id, Bytes = file.Bytes });
        }
    }
}
