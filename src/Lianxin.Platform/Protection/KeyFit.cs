using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Protection;

/// <summary>
/// Whether the field key at hand is the one the database was sealed with. Going on with another would seal new values
/// under it, and make a forgotten key worse every day.
/// </summary>
public sealed class KeyFit(AppDb db, Place place, IServiceProvider services)
{
    /// <summary>What to tell the operator; null when it fits, or nothing has been sealed yet. A missing file is not made.</summary>
    public async Task<string?> Fault()
    {
        var rings = await db.Set<RingKey>().AsNoTracking().Select(k => k.Xml).ToListAsync();
        if (rings.Count == 0) return null;
        var file = Path.Combine(place.Data, FieldKey.FileName);
        if (FieldKey.Environment is null && !File.Exists(file))
            return $"The field key {file} is missing; the database was sealed with it. Put it back. / 缺字段密钥文件，请从备份里放回来。";
        var key = (FieldKey)services.GetService(typeof(FieldKey))!;
        return rings.Exists(xml => key.All.Any(part => xml.Contains($">{part.Id}:", StringComparison.Ordinal)))
            ? null
            : "The field key is not the one this database was sealed with. / 字段密钥和这个数据库不是一套的，请换回原来的。";
    }
}
