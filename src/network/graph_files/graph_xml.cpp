#include "network/graph_files/graph_xml.hpp"

#include "base/keep_faults.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <utility>

namespace tarazy {

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\n': out += "&#10;"; break;
            case '\r': out += "&#13;"; break;
            case '\t': out += "&#9;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20)
                    out += c;
                else
                    out += "\xEF\xBF\xBD";  // the replacement character: XML has no other control signs
        }
    }
    return out;
}

void GraphXml::parse(std::string_view bytes, XmlEvents events) {
    XmlEvents kept;
    kept.text = events.text;
    kept.start = [&, first = true](std::string_view element, const XmlAttributes& attributes) mutable {
        if (std::exchange(first, false)) return events.start(element, attributes);
        keep_faults(faults_, [&] { events.start(element, attributes); });
    };
    kept.end = [&](std::string_view element) { keep_faults(faults_, [&] { events.end(element); }); };
    XmlParser parser(std::move(kept));
    parser_ = &parser;
    constexpr std::size_t piece = std::size_t{1} << 20;
    for (std::size_t at = 0; at == 0 || at < bytes.size(); at += piece) {
        const bool last = at + piece >= bytes.size();
        const std::optional<std::string> fault = parser.feed(bytes.substr(at, piece), last);
        if (!fault) continue;
        keep_faults(faults_, [&] {
            refuse("the file is no whole XML text: " + fault->substr(0, fault->find(" at line ")),
                   fault->starts_with("document type") ? "delete the <!DOCTYPE ...> declaration"
                                                       : "mend it there, or export the graph anew");
        });
        throw_faults();
    }
    parser_ = nullptr;
}

void GraphXml::refuse(std::string what, std::string remedy) const {
    const auto [line, column] = parser_ == nullptr ? std::pair<std::size_t, std::size_t>(1, 1) : parser_->place();
    throw InputError(Problem{path_, line, column, std::move(what), std::move(remedy)});
}

std::string GraphXml::needed(const XmlAttributes& attributes, std::string_view name, std::string_view element) const {
    const auto value = attributes.find(name);
    if (!value || value->empty())
        refuse("<" + std::string(element) + "> has no " + std::string(name),
               "give it " + std::string(name) + "=\"...\"");
    return std::string(*value);
}

void GraphXml::tell_passed() const {
    for (const auto& [what, times] : passed_)
        warnings_.push_back(path_ + ": " + what + " not read" +
                            (times > 1 ? " (" + std::to_string(times) + " times)" : ""));
}

void GraphXml::pass_unknown(const XmlAttributes& attributes, std::string_view element,
                            std::initializer_list<std::string_view> known) {
    for (const char* const* pair = attributes.pairs(); *pair != nullptr; pair += 2) {
        const std::string_view name = *pair;
        if (name.find('|') == std::string_view::npos && std::ranges::find(known, name) == known.end())
            pass_over("attribute '" + std::string(name) + "' of <" + std::string(element) + "> is");
    }
}

double GraphXml::number(std::string_view text, std::string_view what) const {
    const auto value = parse_real(trimmed(text));
    if (!value)
        refuse(std::string(what) + " is '" + std::string(text.substr(0, 40)) + "', no number", "write a number");
    return *value;
}

std::optional<std::uint32_t> NamedNodes::find(const std::string& id) const {
    const auto at = place_.find(id);
    return at == place_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::uint32_t> NamedNodes::add(const std::string& id, const std::string& path) {
    check_graph_size(path, "nodes", static_cast<double>(ids_.size() + 1), most_graph_nodes);
    const auto place = static_cast<std::uint32_t>(ids_.size());
    if (!place_.emplace(id, place).second) return std::nullopt;
    ids_.push_back(id);
    return place;
}

}  // namespace tarazy
