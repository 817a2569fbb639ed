#include "simulate/forecast/seal_hash.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/canonical_json.hpp"

namespace tarazy {
namespace {

/// Which parts differ from their hash, for the refusal.
std::string changed_parts(const TomlValue& document) {
    const std::map<std::string, std::string> now = seal_part_hashes(document);
    std::map<std::string, std::string> then;
    if (const TomlEntry* hashes = document.find("hashes"))
        for (const TomlEntry& entry : hashes->value.entries) then[entry.key] = entry.value.text;
    std::string parts;
    for (const auto& [name, hash] : then) {
        const auto found = now.find(name);
        if (found == now.end())
            add_item(parts, name + " (taken out)");
        else if (found->second != hash)
            add_item(parts, name);
    }
    for (const auto& [name, hash] : now)
        if (!then.contains(name)) add_item(parts, name + " (put in)");
    return parts.empty() ? "its hashes" : parts;
}

}  // namespace

std::map<std::string, std::string> seal_part_hashes(const TomlValue& document) {
    std::map<std::string, std::string> hashes;
    for (const TomlEntry& entry : document.entries) {
        if (entry.key == "hashes" || entry.key == "sha256") continue;
        if (entry.key != "forecasts" || entry.value.kind != TomlKind::list) {
            hashes[entry.key] = sha256_hex(canonical_json(entry.value));
            continue;
        }
        for (std::size_t i = 0; i < entry.value.items.size(); ++i)
            hashes["forecast " + std::to_string(i + 1)] = sha256_hex(canonical_json(entry.value.items[i]));
    }
    return hashes;
}

std::string seal_hash(const TomlValue& document) {
    TomlValue rest = json_table({});
    for (const TomlEntry& entry : document.entries)
        if (entry.key != "sha256") rest.entries.push_back(entry);
    return sha256_hex(canonical_json(rest));
}

void prove_seal(const TomlValue& document, const std::string& path) {
    const TomlEntry* sealed = document.find("sha256");
    if (sealed == nullptr || document.find("tarazy_seal") == nullptr)
        throw InputError(Problem{path, 1, 1, "this is no sealed forecast: it has no `tarazy_seal` and `sha256`",
                                 "give a file that `tarazy simulate forecast --seal` wrote"});
    const std::string now = seal_hash(document);
    if (sealed->value.text == now) return;
    throw InputError(Problem{path, sealed->place.line, sealed->place.column,
                             "changed after it was sealed: " + changed_parts(document) + ". The seal says " +
                                 sealed->value.text + ", the content has " + now,
                             "take the file as it was published; a changed forecast is not scored"});
}

std::string seal_scale_name(ValueScale::Kind kind) {
    switch (kind) {
        case ValueScale::Kind::free: return "free";
        case ValueScale::Kind::shares: return "shares";
        case ValueScale::Kind::bounded: return "bounded";
    }
    return {};
}

}  // namespace tarazy
