#include "analyses/all_methods.hpp"

#include "analyses/align/methods.hpp"
#include "analyses/compare/methods.hpp"
#include "analyses/network/methods.hpp"
#include "analyses/simulate/methods.hpp"
#include "analyses/text/methods.hpp"
#include "analyses/trace/methods.hpp"

namespace tarazy {
namespace {

/// The one list: what a family offers.
struct Family {
    std::vector<Method> (*methods)();
    std::vector<Chapter> (*chapters)();
};
constexpr Family families[] = {
    {align_methods, align_chapters},       {compare_methods, compare_chapters}, {network_methods, network_chapters},
    {simulate_methods, simulate_chapters}, {text_methods, text_chapters},       {trace_methods, trace_chapters},
};

}  // namespace

Methods all_methods() {
    static const std::vector<Method> all = [] {
        std::vector<Method> methods;
        for (const Family& family : families)
            for (Method& method : family.methods()) methods.push_back(std::move(method));
        return methods;
    }();
    return all;
}

Chapters all_chapters() {
    static const std::vector<Chapter> all = [] {
        std::vector<Chapter> chapters;
        for (const Family& family : families)
            for (Chapter& chapter : family.chapters()) chapters.push_back(std::move(chapter));
        return chapters;
    }();
    return all;
}

}  // namespace tarazy
