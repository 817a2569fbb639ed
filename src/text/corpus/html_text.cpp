#include "text/corpus/html_text.hpp"

#include "base/error.hpp"
#include "base/text_lists.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t deepest_nesting = 5'000;

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return a.size() == b.size() && std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

/// Elements that close themselves: they nest no deeper than what stands around them.
bool never_nests(std::string_view name) {
    constexpr std::array<std::string_view, 32> names = {
        "area",   "base",  "br",    "col",      "embed", "hr",   "img",  "input", "link", "meta",    "param",
        "source", "track", "wbr",   "p",        "li",    "dt",   "dd",   "tr",    "td",   "th",      "option",
        "thead",  "tbody", "tfoot", "colgroup", "html",  "head", "body", "rt",    "rp",   "optgroup"};
    return std::ranges::any_of(names, [&](std::string_view other) { return equals_ignoring_case(name, other); });
}

/// Refuses what would nest too deep for the parser, which frees its tree recursively. An estimate from the tags alone.
void require_shallow(std::string_view html, const std::string& path) {
    std::size_t depth = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        if (html.substr(at).starts_with("<!--")) {
            const std::size_t end = html.find("-->", at);
            if (end == std::string_view::npos) return;
            at = end;
            continue;
        }
        const bool closing = at + 1 < html.size() && html[at + 1] == '/';
        std::size_t name = at + (closing ? 2 : 1), end = name;
        while (end < html.size() && ((html[end] | 0x20) >= 'a' && (html[end] | 0x20) <= 'z')) ++end;
        at = end;
        if (end == name || never_nests(html.substr(name, end - name))) continue;
        if (closing) {
            depth -= depth > 0 ? 1 : 0;
        } else if (++depth > deepest_nesting) {
            const auto line = 1 + std::ranges::count(html.substr(0, at), '\n');
            throw InputError(Problem{path, static_cast<std::size_t>(line), 0,
                                     "elements are nested more than " + std::to_string(deepest_nesting) + " deep",
                                     "this is no page that people read; open it in a browser and save its text"});
        }
    }
}

struct DestroyOutput {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

bool has_attribute_value(const GumboElement& element, const char* name, std::string_view value) {
    const GumboAttribute* const attribute = gumbo_get_attribute(&element.attributes, name);
    return attribute != nullptr && equals_ignoring_case(trimmed(attribute->value), value);
}

bool is_left_out(const GumboElement& element) {
    switch (element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA: return true;
        default: break;
    }
    return has_attribute_value(element, "role", "navigation") || has_attribute_value(element, "aria-hidden", "true") ||
           gumbo_get_attribute(&element.attributes, "hidden") != nullptr;
}

/// Line ends that an element stands between: 2 make a paragraph.
int line_ends_around(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_HR: return 2;
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_BR: return 1;
        default: return 0;
    }
}

/// The text written so far, blanks folded as a browser folds them.
class PageText {
public:
    void add(std::string_view text, bool verbatim) {
        for (const char c : text) {
            const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (blank && !(verbatim && c == '\n')) {
                blank_ = true;
            } else if (blank) {
                break_line(1);
            } else if (c != '\0') {
                settle();
                text_ += c;
            }
        }
    }
    void break_line(int ends) { ends_ = std::max(ends_, ends); }
    void add_blank() { blank_ = true; }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void settle() {
        if (!text_.empty()) {
            if (ends_ > 0) {
                text_.append(static_cast<std::size_t>(ends_), '\n');
            } else if (blank_) {
                text_ += ' ';
            }
        }
        ends_ = 0;
        blank_ = false;
    }
    std::string text_;
    int ends_ = 0;
    bool blank_ = false;
};

/// One element on the way down, and how many of its children have been seen.
struct OpenElement {
    const GumboNode* node;
    unsigned next = 0;
    bool verbatim = false;
};

void walk_page(const GumboNode* root, PageText& page) {
    std::vector<OpenElement> open = {{root}};
    while (!open.empty()) {
        OpenElement& top = open.back();
        const GumboElement& element = top.node->v.element;
        if (top.next == element.children.length) {
            page.break_line(line_ends_around(element.tag));
            if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) page.add_blank();
            open.pop_back();
            continue;
        }
        const auto* const child = static_cast<const GumboNode*>(element.children.data[top.next++]);
        const bool verbatim = top.verbatim;
        switch (child->type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
            case GUMBO_NODE_WHITESPACE: page.add(child->v.text.text, verbatim); break;
            case GUMBO_NODE_ELEMENT:
                if (is_left_out(child->v.element)) break;
                page.break_line(line_ends_around(child->v.element.tag));
                open.push_back({child, 0, verbatim || child->v.element.tag == GUMBO_TAG_PRE});
                break;
            default: break;
        }
    }
}

}  // namespace

std::string declared_html_encoding(std::string_view bytes) {
    std::string start(bytes.substr(0, 4096));
    std::ranges::transform(start, start.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (std::size_t meta = start.find("<meta"); meta != std::string::npos; meta = start.find("<meta", meta + 5)) {
        const std::size_t end = std::min(start.find('>', meta), start.size());
        std::size_t at = start.find("charset", meta);
        if (at == std::string::npos || at >= end) continue;
        at = start.find_first_not_of(" \t\r\n", at + 7);
        if (at == std::string::npos || start[at] != '=') continue;
        at = start.find_first_not_of(" \t\r\n\"'", at + 1);
        if (at == std::string::npos) continue;
        const std::size_t stop = start.find_first_of(" \t\r\n\"'/>;", at);
        if (stop == std::string::npos || stop > end) continue;
        return start.substr(at, stop - at);
    }
    return {};
}

std::string html_text(std::string_view html, const std::string& path) {
    require_shallow(html, path);
    const std::unique_ptr<GumboOutput, DestroyOutput> output(
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
    PageText page;
    walk_page(output->root, page);
    std::string text = page.take();
    if (text.empty())
        throw InputError(Problem{path, 0, 0, "the page has no text outside of scripts and navigation",
                                 "save it again from the browser, after it has been shown"});
    return text;
}

}  // namespace tarazy
