#include "serve/coding/coded_texts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_places_kept = 200'000;

std::string place_key(const std::string& today, const StoredCoding& coding) {
    return coding.text + ' ' + today + ' ' + std::to_string(coding.start) + ' ' + std::to_string(coding.end);
}

/// The code point that begins at a byte. O(log size)
std::size_t point_at_byte(const CodePointCuts& cuts, std::size_t byte) {
    std::size_t low = 0, high = cuts.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (cuts.cut(0, middle).size() < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

}  // namespace

void keep_texts(Workspace& workspace, const ActingPerson& person, const StudyDocuments& documents,
                const std::set<std::string>& docs) {
    workspace.act(person, "texts", [&](const WorkspaceView& view) {
        ProposedAct act{{}, "keep_text"};
        std::set<std::string> hashes;
        for (const std::string& doc : docs) {
            const auto place = documents.places.find(doc);
            if (place == documents.places.end()) continue;  // who codes is told
            const StudyDocument& document = documents.list[place->second];
            if (document.hash.empty() || !hashes.insert(document.hash).second ||
                view.entry("document_text", document.hash))
                continue;
            act.edits.push_back(
                {"document_text", document.hash, nlohmann::json{{"doc", document.id}, {"text", document.text}}.dump()});
        }
        return act;
    });
}

std::optional<std::optional<std::size_t>> PlacesFound::known(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    const auto found = starts_.find(key);
    if (found == starts_.end()) return std::nullopt;
    return found->second;
}

void PlacesFound::keep(const std::string& key, std::optional<std::size_t> start) {
    const std::lock_guard lock(mutex_);
    if (starts_.size() >= most_places_kept) starts_.clear();
    starts_.insert_or_assign(key, start);
}

CodingPlaces::Text* CodingPlaces::former(const std::string& hash) {
    const auto known = former_.find(hash);
    if (known != former_.end()) return known->second.get();
    std::unique_ptr<Text>& kept = former_[hash];
    const std::optional<WorkspaceEntry> entry = view_.entry("document_text", hash);
    if (!entry) return nullptr;
    kept = std::make_unique<Text>();
    kept->text = nlohmann::json::parse(entry->value).value("text", "");
    kept->cuts = std::make_unique<CodePointCuts>(kept->text);
    return kept.get();
}

const CodingPlaces::TextOfToday& CodingPlaces::text_of_today(const StudyDocument& document) {
    std::unique_ptr<TextOfToday>& today = today_[document.id];
    if (!today)
        today =
            std::make_unique<TextOfToday>(TextOfToday{CodePointCuts(document.text), TextOccurrences(document.text)});
    return *today;
}

std::optional<std::size_t> CodingPlaces::found_again(const StudyDocument& today, Text& former,
                                                     const StoredCoding& coding, std::string_view words) {
    const std::string key = place_key(today.hash, coding);
    if (const auto known = found_.known(key)) return *known;
    std::optional<std::size_t> start;
    // Words that stood in the former text twice may be those of the other place.
    if (!former.occurrences) former.occurrences = std::make_unique<TextOccurrences>(former.text);
    if (former.occurrences->only(words)) {
        const TextOfToday& now = text_of_today(today);
        if (const auto byte = now.occurrences.only(words)) start = point_at_byte(now.cuts, *byte);
    }
    found_.keep(key, start);
    return start;
}

PlacedCoding CodingPlaces::placed(StoredCoding coding) {
    using Where = PlacedCoding::Where;
    const auto place = documents_.places.find(coding.doc);
    const StudyDocument* const today = place == documents_.places.end() ? nullptr : &documents_.list[place->second];
    if (today != nullptr && (coding.text.empty() || coding.text == today->hash)) {
        const Where where = coding.end <= today->length ? Where::here : Where::lost;
        return {std::move(coding), where, ""};
    }
    Text* const text = coding.text.empty() ? nullptr : former(coding.text);
    if (text == nullptr || coding.start >= coding.end || coding.end > text->cuts->size())
        return {std::move(coding), Where::lost, ""};
    const std::string_view words = text->cuts->cut(coding.start, coding.end);
    const auto start = today == nullptr ? std::nullopt : found_again(*today, *text, coding, words);
    if (start) {
        coding.end = *start + (coding.end - coding.start);
        coding.start = *start;
    }
    return {std::move(coding), start ? Where::moved : Where::lost, std::string(words)};
}

std::vector<StoredCoding> CodingPlaces::within(const std::vector<StoredCoding>& codings) {
    std::vector<StoredCoding> here;
    for (const StoredCoding& one : codings)
        if (PlacedCoding coding = placed(one); coding.where != PlacedCoding::Where::lost)
            here.push_back(std::move(coding.coding));
    return here;
}

const std::string* CodingPlaces::text_of(const std::string& hash) {
    const Text* const text = hash.empty() ? nullptr : former(hash);
    return text == nullptr ? nullptr : &text->text;
}

}  // namespace tarazy
