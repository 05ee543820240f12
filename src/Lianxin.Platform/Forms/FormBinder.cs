using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Forms;

/// <summary>
/// Reads one input record from a posted form: only its own properties, every text cleaned, every shape checked, one
/// Chinese sentence per field that does not fit. Field names are the property names in camelCase.
/// </summary>
public static class FormBinder
{
    private static readonly ConcurrentDictionary<Type, Field[]> Known = new();

    public static TInput Bind<TInput>(IFormCollection form, FormState state, Language.ISentences sentences) where TInput : class, new()
    {
        var input = new TInput();
        foreach (var field in Known.GetOrAdd(typeof(TInput), Fields)) field.Read(form, input, state, sentences);
        return input;
    }

    private static Field[] Fields(Type type) =>
        [.. type.GetProperties().Where(p => p.SetMethod is not null).Select(p => new Field(p))];

    private sealed class Field(PropertyInfo property)
    {
        private readonly string name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        private readonly string label = property.GetCustomAttribute<LabelAttribute>()?.Text ?? property.Name;
        private readonly bool chosen = property.GetCustomAttribute<LabelAttribute>()?.Chosen == true
            || (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type && (type.IsEnum || type == typeof(long));
        private readonly bool required = property.GetCustomAttribute<RequiredAttribute>() is not null;
        private readonly bool asTyped = property.GetCustomAttribute<AsTypedAttribute>() is not null;
        private readonly int longest = property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? 200;
        private readonly int shortest = property.GetCustomAttribute<MinLengthAttribute>()?.Length ?? 0;
        private readonly RangeAttribute? range = property.GetCustomAttribute<RangeAttribute>();

        public void Read(IFormCollection form, object input, FormState state, Language.ISentences t)
        {
            if (property.PropertyType == typeof(IReadOnlyList<IFormFile>))
            {
                property.SetValue(input, form.Files.Where(f => f.Name == name && f.Length > 0).ToList());
                return;
            }

            var texts = new List<string>();
            foreach (var raw in form[name])
            {
                if (Text.CleanText.TryTake(raw, out var clean, out var fault)) texts.Add(asTyped ? raw ?? "" : clean);
                else state.Refuse(t.Say(fault.Key, fault.Args), name);
            }

            state.Set(name, [.. texts]);
            if (property.PropertyType == typeof(IReadOnlyList<string>))
            {
                property.SetValue(input, texts.Where(x => x.Length > 0).Take(100).ToList());
                if (required && texts.All(x => x.Length == 0)) state.Refuse(t.Say("请选择{0}", t.Say(label)), name);
                return;
            }

            var text = texts.Count > 0 ? texts[0] : "";
            if (text.Length == 0)
            {
                if (required) state.Refuse(t.Say(chosen ? "请选择{0}" : "请填写{0}", t.Say(label)), name);
                return;
            }

            if (Convert(text, out var value)) Check(value!, input, state, t);
            else state.Refuse(t.Say("{0}填得不对，请检查", t.Say(label)), name);
        }

        private void Check(object value, object input, FormState state, Language.ISentences t)
        {
            if (value is string s && s.Length > longest) state.Refuse(t.Say("{0}最多 {1} 个字，现在有 {2} 个", t.Say(label), longest, s.Length), name);
            else if (value is string s2 && s2.Length < shortest) state.Refuse(t.Say("{0}至少要 {1} 个字", t.Say(label), shortest), name);
            else if (range is not null && !range.IsValid(value)) state.Refuse(t.Say("{0}要在 {1} 到 {2} 之间", t.Say(label), range.Minimum, range.Maximum), name);
            else property.SetValue(input, value);
        }

        /// <summary>Years somebody can mean; beyond them dates cannot be counted with.</summary>
        private static bool Lived(int year) => year is >= 1900 and < 2200;

        private bool Convert(string text, out object? value)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            value = null;
            if (type == typeof(string)) value = text;
            else if (type == typeof(bool)) value = text is "true" or "on" or "1";
            else if (type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)) value = n;
            else if (type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var l)) value = l;
            else if (type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && double.IsFinite(d)) value = d;
            else if (type == typeof(DateOnly) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) && Lived(day.Year)) value = day;
            else if (type == typeof(DateTime) && DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && Lived(at.Year))
                value = DateTime.SpecifyKind(at.AddHours(-8), DateTimeKind.Utc);
            else if (type.IsEnum && Enum.TryParse(type, text, ignoreCase: true, out var e) && Enum.IsDefined(type, e)) value = e;
            return value is not null;
        }
    }
}
