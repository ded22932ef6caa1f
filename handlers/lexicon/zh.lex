# zh - 买卖用的中文词。繁体、全角不必另写；# 之后是注释。
# Chinese words of the trade.  Numerals are read by the program itself.

[number]
1st: 第一个, 第一, 第一种, 一号, 头一个
2nd: 第二个, 第二, 第二种, 二号
3rd: 第三个, 第三, 第三种, 三号
[unit]
kg: 公斤, 千克, 工斤, 工金, 功斤, 公斥, 公金, 公今, 公近
g: 克, 公克, 刻
jin: 斤, 市斤, 金, 今, 近, 巾, 筋, 斤儿
liang: 两, 市两, 俩, 亮
tonne: 吨, 顿, 公吨
quintal: 公担
50 kg: 担
litre: 升, 公升, 生
ml: 毫升
piece: 个, 只, 颗, 粒, 根, 条, 棵, 头, 枚, 株, 尾, 朵, 块儿, 各个, 支, 枝
dozen: 打, 大打
bunch: 把, 捆, 扎, 束, 串, 挂
bag: 袋, 袋子, 口袋, 小袋, 大袋, 带, 代, 塑料袋
sack: 麻袋, 编织袋, 蛇皮袋
crate: 周转箱, 胶框
tray: 板, 托, 盘, 版
box: 箱, 盒, 箱子, 盒子, 纸箱, 大箱, 小箱, 件, 相, 香子
basin: 盆, 脸盆
tin: 罐, 听, 罐子
basket: 筐, 篮, 筐子, 篮子, 竹筐, 篓, 匡, 框, 兰
bucket: 桶, 桶子, 统
bottle: 瓶, 瓶子, 平
pack: 包, 小包, 大包
lb: 磅

[day]
today: 今天, 今日, 今儿, 今晚, 今早, 今天下午, 今天晚上, 今天上午, 当天
tomorrow: 明天, 明日, 明儿, 明早, 明晚, 明天早上, 明天上午, 明天下午, 明天晚上, 次日
overmorrow: 后天, 后日
mon: 周一, 星期一, 礼拜一, 下周一
tue: 周二, 星期二, 礼拜二, 下周二
wed: 周三, 星期三, 礼拜三, 下周三
thu: 周四, 星期四, 礼拜四, 下周四
fri: 周五, 星期五, 礼拜五, 下周五
sat: 周六, 星期六, 礼拜六, 下周六
sun: 周日, 周天, 星期天, 星期日, 礼拜天, 礼拜日, 下周日

[language]
en: 英文, 英语, 英文版, 英语版
zh: 中文, 汉语, 普通话, 华语, 国语, 中国话, 简体中文, 中文版
sw: 斯瓦希里语, 斯瓦西里语
hi: 印地语, 印地文, 印度语
fr: 法文, 法语
es: 西班牙语, 西班牙文, 西语
pt: 葡萄牙语, 葡萄牙文, 葡语
bn: 孟加拉语, 孟加拉文
ar: 阿拉伯语, 阿拉伯文, 阿语
id: 印尼语, 印度尼西亚语, 印尼文
am: 阿姆哈拉语

[word]
greet: 你好, 您好, 老板, 老板娘, 师傅, 大哥, 大姐, 阿姨, 叔叔, 亲, 早上好, 上午好, 下午好, 晚上好, 早, 各位好, 大家好, 哈喽, 嗨, 喂, 在吗, 在么, 在不在, 你好啊, 老乡, 同志, 客服, 店家, 掌柜, 朋友, 兄弟, 美女, 帅哥, 打扰了, 打扰一下
thanks: 谢谢, 谢了, 多谢, 感谢, 谢谢你, 谢谢您, 谢谢啦, 谢谢了, 谢谢老板, 辛苦了, 辛苦, 非常感谢, 太感谢了, 感谢感谢, 祝好, 再见, 拜拜
filler: 请, 麻烦, 麻烦你, 麻烦您, 麻烦了, 劳驾, 拜托, 我, 我们, 我家, 咱, 咱们, 你, 您, 你们, 的, 地, 了, 啊, 吧, 呀, 哦, 噢, 哈, 嗯, 呢, 哟, 啦, 嘛, 就, 都, 也, 还, 再, 再来, 另外, 还有, 那个, 这个, 一下, 一点, 一些, 些, 点, 下, 左右, 大概, 大约, 差不多, 约, 尽快, 快点, 快, 急, 急用, 急需, 赶紧, 新鲜, 新鲜的, 鲜, 好的品质, 优质, 本地, 农家, 有机, 红, 大, 小, 中等, 大的, 小的, 甜, 甜的, 熟, 熟的, 嫩, 嫩的, 干净, 家里, 家用, 自己吃, 一共, 总共, 共, 共计, 以上, 如下, 清单, 送货, 货到付款, 之前, 前, 上午, 下午, 晚上, 早上, 中午, 傍晚, 必须, 一定, 最好, 能, 能不能, 可不可以, 可以吗, 行吗, 好吗, 吗, 帮忙, 替我, 们, 是, 在, 有点, 比较, 好的的, 要好的, 要新鲜的, 挑好的, 挑大的, 大个的, 散装, 普通, 一级, 特级, 上等, 正好, 刚好, 对, 方便, 方便的话, 上, 里, 号, 要求, 品种, 称, 称上, 称一下, 我的, 一样, 这些, 那些, 这, 那
filler: 装一起, 装在一起, 放一起, 放在一起, 一起, 一块, 一块儿, 一并, 一起送
filler: 一起送来, 一块送, 一起发, 一道, 顺便, 顺带, 顺路, 给装一起, 新的, 好点
filler: 好点的, 好一点的, 新鲜点, 新鲜点的, 要新鲜, 大点, 大点的, 大一点的
filler: 小点的, 小一点的, 嫩点的, 嫩一点的, 熟点的, 生点的, 老的, 老点的, 红的
filler: 白的, 黑的, 绿的, 青的, 黄的, 紫的, 红色, 绿色, 黄色, 紫色, 好看的
filler: 漂亮的, 漂亮, 便宜的, 便宜, 甜一点的, 甜点的, 不要太大, 不要太小
filler: 不要太熟, 不要太老, 不要太生, 不要坏的, 别太大, 别太老, 别太熟, 别太小
filler: 要甜的, 要大的, 要小的, 要嫩的, 要熟的, 要红的, 要老的, 中等大小
filler: 中等个, 大小均匀, 均匀, 饱满, 脆, 脆的, 水灵, 水灵的, 带泥, 带泥的
filler: 带叶, 去叶, 去皮, 带皮, 剥好的, 洗好的, 洗干净, 洗干净的, 杀好, 杀好的
filler: 宰好, 宰好的, 处理好, 切好, 绿色食品, 无公害, 纯天然, 天然, 野生, 散养
filler: 放养, 自家种, 自家种的, 自家的, 自种, 自种的, 自产, 地里的, 露天, 大棚
filler: 现摘, 现挖, 现杀, 当天摘, 当天的, 今天摘的, 今早摘的, 刚摘的, 刚挖的
filler: 一等, 二级, 上好, 上好的, 精品, 好货, 正宗, 土, 土的, 本地的, 当地
filler: 当季, 应季, 时令, 国产, 进口, 海南, 云南, 山东, 东北, 新疆, 广西, 山西
filler: 陕西, 四川, 内蒙, 普通的, 一般的, 随便, 都行, 都可以, 什么都行, 无所谓
filler: 谢绝
filler: 得, 今年, 明年, 目前
filler: 现在, 眼下, 最近, 这几天, 这两天, 这周, 本周, 下周, 这个月, 本月, 这次
filler: 这回, 这趟, 刚才, 等会, 等会儿, 待会, 待会儿, 一会儿, 马上, 立刻, 立马
filler: 随时, 每天, 天天, 每周, 每次, 平时, 一直, 已经, 刚刚, 这边, 那边, 我这
filler: 我这边, 我这儿, 这里, 这儿, 那里, 那儿, 俺, 俺们, 俺家, 它, 他, 她
filler: 他们, 她们, 大伙, 大家, 各位, 被, 把它, 给它, 会, 应该, 可能的话
filler: 有空的话, 如果可以, 如果方便, 如果有, 如果有的话, 要是有, 要是有的话
filler: 有的话, 可以的话, 麻烦了哈, 谢谢哈, 哈哈, 嘿嘿, 唔该, 啲, 嘅, 喺, 佢
filler: 我哋, 咁, 咯, 喽, 咧, 哇, 诶, 哎, 唉, 额, 呃, 嗯嗯, 那啥, 然后, 所以
filler: 因为, 其实, 确实, 真的, 真, 特别, 非常, 很, 挺, 太, 更, 最, 多点
filler: 多一点, 再多点, 每人, 一人, 全部, 全, 整个, 整
and: 和, 跟, 与, 加上, 还要, 外加, 以及, 另加, 再加, 及, 同, 并
or: 或, 或者, 还是, 要么
not: 不要, 别, 别要, 不用, 不是, 而不是, 不含, 不包括, 除了, 别拿, 别送, 甭, 勿, 非
want: 要, 想要, 需要, 来, 来点, 来个, 来一份, 买, 购, 购买, 采购, 订, 订购, 订货, 预订, 预定, 定, 想买, 想订, 我要, 我想要, 我想买, 我要买, 我要订, 我想订, 我需要, 给我来, 帮我来, 给我送, 给我拿, 帮我留, 帮我订, 帮我买, 帮我拿, 给我留, 给我, 留, 拿, 拿点, 下单, 下个单, 订单, 送来, 送我, 整, 弄, 搞, 备, 备货, 进, 进货, 补货, 补, 求购, 收购, 收, 急购, 要买, 要订, 需, 需求, 急要, 急需, 想来, 再要, 再来, 发, 发我, 寄, 麻烦送, 请送, 麻烦给我, 麻烦来, 安排, 老样子, 捎, 带点, 称点, 要点, 预约
want: 捎点, 捎来, 捎上, 捎个, 来点儿, 来些, 整点, 整点儿, 整些, 整上
want: 弄点, 弄点儿, 弄些, 搞点, 搞些, 拿些, 拿点儿, 给拿, 给来, 给称, 给我称
want: 给我称点, 帮我称, 帮我捎, 帮我带, 帮我备, 帮我准备, 帮我定, 帮我弄
want: 帮我配, 帮我打包, 帮我装, 帮忙留, 帮忙订, 帮忙送, 帮我买点, 给我弄
want: 给我整, 给我配, 给我装, 给我备, 给我发, 给我准备, 给我安排, 给我捎
want: 给我带, 给我订, 给我定, 给我预留, 给我下, 给我下单, 帮我下单, 帮下单
want: 预留, 先留, 留点, 留着, 替我留, 替我订, 替我买, 给家里送, 给店里送, 配送
want: 派送, 送点, 送些, 送过来, 送上门, 送货上门, 请送来, 请发, 请给我
want: 请给我送, 请帮我, 麻烦送来, 麻烦给, 麻烦帮我, 麻烦订, 麻烦发, 麻烦留
want: 麻烦准备, 准备, 备好, 备上, 备点, 打包, 装上, 装好, 带上, 带来, 带过来
want: 称上, 称些, 要些, 要点儿, 要个, 还想要, 还需要, 还缺, 缺, 家里缺, 店里缺
want: 想吃, 想要点, 想要些, 想来点, 想买点, 想买些, 想要买, 想进, 想进点
want: 想进货, 想定, 想预定, 想预订, 想下单, 打算买, 打算要, 打算订, 准备买
want: 准备要, 我买, 我订, 我定, 我来, 我先要, 先要, 先来, 先拿, 先订, 先给我
want: 就要, 就来, 只想要, 要求送, 要货, 订点, 订些, 定点, 订一下, 买点, 买点儿
want: 买些, 买一下, 购入, 采买, 采办, 收点, 求, 求货, 求购货, 急求, 急收
want: 长期收, 大量收, 大量收购, 高价收, 我收, 能给我, 能不能给我, 可以给我
want: 可以给我送, 能给我送, 能不能送, 可以送, 能买, 可以买, 能订, 可以订
want: 能买到吗, 可不可以给我, 可否, 可否送, 能否送, 能否给我, 方便送, 我想, 想
want: 希望, 希望能, 我这要, 我这需要, 我这边要, 我这边需要, 我家要, 我家需要
want: 我们要, 我们需要, 我们想要, 我们想买, 我们想订, 我们店要, 我们食堂要
want: 我们学校要, 店里要, 店里需要, 食堂要, 食堂需要, 学校要, 学校需要, 家里要
want: 家里需要, 咱要, 咱家要, 俺要, 俺想要, 俺家要, 俺想买, 老样子来, 照旧
want: 照旧来, 照老样子, 跟上次一样, 和上次一样, 同上次, 再来一份, 再来一单
want: 再订, 再买, 再送, 再给我, 接着要, 继续要, 加订, 订个, 订单是, 订单如下
want: 采购清单, 要货单, 买菜, 点单, 点个单, 点, 落单, 我要落单, 俾我, 俾啲, 攞
want: 帮衬, 唔该俾, 唔该要, 唔该畀
change: 改成, 改为, 改, 换成, 换, 变成, 改一下, 修改, 修改订单, 改订单, 更改, 更正为, 调整为, 减到, 减少到, 增加到, 加到, 把订单改成, 订单改成, 应该是
add: 加, 添, 再加, 追加, 多加, 多来, 增加, 另加, 多要, 再添, 加多
remove: 去掉, 删掉, 减掉, 拿掉, 不要了的, 扣掉, 划掉
correct: 更正, 错了, 写错了, 说错了, 打错了, 不对, 哦不, 抱歉, 搞错了, 应该是
sell: 卖, 出售, 待售, 要卖, 想卖, 销售, 售, 出, 供应, 批发, 出货, 有卖, 在卖, 我卖, 我要卖, 我想卖, 甩卖, 求售, 转让, 处理, 急售, 找买家, 找销路, 可供, 上架, 现售, 出手, 挂单, 有要的吗, 有人要吗, 谁要, 有要的, 要的联系, 要的联系我, 有需要的吗, 有没有人要, 需要的联系, 需要的联系我, 谁需要, 有人买吗, 谁买
sell: 特价, 优惠卖, 打折卖, 便宜卖, 便宜处理, 低价处理, 低价卖, 低价出
sell: 处理价, 清仓处理, 贱卖, 促销, 大促, 大甩卖, 有售, 出售中, 在售
sell: 现卖, 现出售, 急出, 急卖, 急着卖, 着急卖, 急于出手, 低价出售, 大量出售
sell: 大量供应, 长期供应, 常年供应, 现货供应, 批量供应, 可供应, 我供应, 我出售
sell: 我家卖, 我家出, 我出, 我处理, 我这卖, 我这里卖, 我这有卖, 家里卖, 家有
sell: 自家种的卖, 有人收吗, 有收的吗, 有没有收的, 有没有人收, 谁收, 谁来收
sell: 收不收, 收吗, 你们收吗, 你们收不收, 你要吗, 要不要, 要吗, 有要的没
sell: 有要的么, 有人要没, 有人要么, 谁要买, 谁想要, 谁想买, 想要的联系
sell: 需要的说, 需要的找我, 要的说, 要的找我, 要的打电话, 欢迎选购, 欢迎订购
sell: 欢迎采购, 欢迎来买, 欢迎购买, 求买家, 求老板, 求收购, 求带走, 找买主
sell: 找老板, 找人收, 等买家, 待卖, 可卖, 能卖, 可以卖, 打算卖, 准备卖, 想出
sell: 想出手, 想处理, 出一批, 卖一批, 有一批, 新货, 放, 放货, 抛售, 零售, 批零
sell: 卖点, 卖些, 卖掉, 拿去卖, 挂上, 上货, 发布, 发布供应, 供货, 有货出, 要出
sell: 要出售, 有出, 沽, 卖俾, 出让
available: 有货, 现货, 有现货, 现有, 上市, 到货, 刚到货, 刚摘, 可售, 货足, 货源充足, 大量有货, 大量, 新到
available: 有货了, 到货了, 新到货, 刚到, 刚到的, 刚收, 刚收的, 新收的, 新摘的
available: 新挖的, 刚下树, 刚采摘, 刚采的, 现采, 今早刚摘, 今天刚摘, 今天刚收
available: 今天到货, 上市了, 刚上市, 大量上市, 成熟了, 熟了可以摘, 可以收了
available: 能收了, 可以摘了, 可以采了, 可摘了, 可出货, 随时出货, 随时可以拉
available: 随时拉货, 随时有货, 可以拉货, 现货充足, 充足, 货多, 货很多, 量大
available: 量大从优, 量多, 管够, 要多少有多少, 长期有货, 常年有货, 足量
available: 有大量, 有很多, 有不少
stock: 库存, 存货, 剩余库存, 更新库存
stock: 更新, 现存, 剩余, 库存剩, 库存还有, 库存更新, 库存更新为, 库存改为
stock: 库存改成, 余货, 剩货, 我的库存, 更新存货
have: 有, 我有, 我这有, 我这里有, 我家有, 还有, 能供, 能供应, 可以供, 可以供应, 可以给, 能给, 给你, 能出, 可出, 手上有, 这边有, 能给你, 可以给你, 还剩, 能拿出, 能凑
have: 手里有, 手头有, 手头还有, 手里还有, 家里有, 家里还有, 我还有, 我还剩
have: 我剩, 剩, 剩下, 剩了, 还剩下, 还余, 余, 我这还有, 我这里还有, 我这边有
have: 我这儿有, 我们有, 我们还有, 我们这有, 俺有, 俺家有, 俺还有, 咱有, 咱家有
have: 仓库有, 仓库还有, 地里有, 地里还有, 店里有, 存有, 存着, 备有, 我能供
have: 我能供应, 我可以供, 我可以供应, 我可以提供, 能提供, 可以提供, 提供
have: 我能给, 我可以给, 我给, 我给你, 先给你, 先给, 先送, 能送来, 可以拿出
have: 拿得出, 能拿, 能凑出, 能凑够, 凑得出, 我能凑, 我能出, 我可以出, 能弄到
have: 能弄, 能搞到, 可以弄到, 能匀, 能匀出, 匀, 匀给你, 分你, 分给你, 可以分
have: 够给, 能卖给你, 可以卖给你, 能满足
yes: 好, 好的, 好啊, 好嘞, 好呀, 好滴, 好哒, 行, 行啊, 行的, 可以, 可以的, 可, 中, 成, 成交, 没问题, 没有问题, 同意, 我同意, 确认, 确定, 接单, 接了, 我接, 接, 我接了, 接受, 我接受, 接此单, 收到, 明白, 是, 是的, 对, 对的, 嗯, 嗯嗯, 恩, 哦好, 要得, 得嘞, 妥, 妥了, 没毛病, 就这样, 就这么定, 定了, 说定了, 一言为定, 答应, 我答应, 有的, 有, 有货, 我有, 我有货, 我能送, 能送, 马上送, 可以送, 能行, 欧克, 没得问题, 允, 能做, 我来, 我来吧, 我送, 给你送, 可以供货, 能供货, 有现货, 照办, 包在我身上, 好的没问题, 可以没问题, 行没问题
no: 不, 不行, 不可以, 不好, 不同意, 不接, 不接单, 拒绝, 拒单, 不卖, 不卖了, 不要, 不成, 不干, 不做, 免了, 算了, 不需要, 不了, 不接受, 婉拒, 不考虑, 没兴趣, 价格太低, 太低了, 价太低, 太便宜了, 找别人, 找别人吧, 你找别人, 给别人吧, 不出, 不供, 暂不, 这次不行, 今天不行, 不合适, 不划算, 亏本, 没有, 我没有, 暂时没有, 现在没有, 不够, 不够货
no: 不接了, 不做了, 不送, 不送了, 我不送, 我不卖, 我不卖了, 我不接, 我不接单
no: 我不同意, 我不行, 我拒绝, 我不要, 我不干, 我不出, 我不供, 我不做, 不想卖
no: 不想卖了, 不想接, 不想做, 不愿意, 不乐意, 我不愿意, 不肯, 不答应, 不可
no: 不行啊, 不行的, 不行呢, 不行哦, 不行了, 不好意思不行, 不好意思没有
no: 抱歉不行, 抱歉没有, 抱歉不能, 对不起不行, 对不起没有, 这个不行, 这单不行
no: 这单不接, 这单不做, 这单我不接, 这次不做, 这次不接, 这次算了, 这次就算了
no: 下次吧, 下次再说, 改天吧, 改天, 以后再说, 以后吧, 今天不做, 今天不卖
no: 今天不送, 今天不接, 明天不行, 价格不行, 价格不合适, 价钱不行, 价钱不合适
no: 价格太低了, 价格低了, 价钱太低, 价钱太低了, 价低了, 价低, 这价不行
no: 这个价不行, 这个价不卖, 这价不卖, 这价格不行, 这价卖不了, 这个价做不了
no: 这价做不了, 给的太低, 给的价太低, 出价太低, 出的太低, 太少了, 钱太少
no: 太亏了, 亏, 亏了, 亏钱, 要亏本, 会亏, 没钱赚, 没利润, 不挣钱, 不赚钱
no: 划不来, 不值, 不值得, 唔好, 唔要, 唔卖, 唔制, 唔得闲, 免谈, 没门, 打死不卖
no: 你找别家, 找别家, 找别家吧, 问别人, 问问别人, 问别人吧, 找其他人
no: 找其他人吧, 给别家, 给别家吧, 让别人接, 让别人做, 让给别人, 转给别人, 谢绝
no: 算了吧, 不了谢谢, 不用谢谢, 不必了, 不需要谢谢, 否, 拒, ❌, 退回
cannot: 不能, 没办法, 没法, 做不到, 供不了, 送不了, 来不及, 没空, 没时间, 接不了, 出不了, 搞不定, 不方便, 做不了, 无法, 我不能, 没法送, 没有办法, 供应不了, 给不了, 忙不过来, 去不了
cannot: 车坏了, 我车坏了, 车子坏了, 我的车坏了, 三轮车坏了, 货车坏了, 没车
cannot: 没有车, 没车送, 没人送, 没人手, 人手不够, 没人, 没人帮忙, 路不通
cannot: 路断了, 路封了, 封路, 封路了, 路太远, 太远, 太远了, 太远送不了, 有点远
cannot: 住院, 住院了, 我病了, 生病了, 我生病了, 我感冒了, 身体不舒服, 不舒服
cannot: 我不在家, 不在家, 在外地, 我在外地, 出远门, 出门了, 家里有事
cannot: 家里有点事, 我有事, 有事, 临时有事, 有急事, 走不开, 抽不开身, 脱不开身
cannot: 没工夫, 没功夫, 没空送, 没时间送, 赶不上, 赶不及, 赶不过来, 来不了
cannot: 去不成, 送不过去, 送不到, 送不过来, 不能送, 不能送货, 不能供, 不能供应
cannot: 不能供货, 不能给, 不能接, 不能接单, 不能卖, 不能做, 供不上, 供不起
cannot: 供不了货, 供应不上, 供应不上了, 拿不出, 拿不出来, 拿不出货, 凑不够
cannot: 凑不齐, 凑不出, 凑不到, 备不了货, 备不齐, 备不出, 配不齐, 弄不到
cannot: 弄不了, 搞不到, 做不来, 做不成, 办不到, 办不了, 接不下, 吃不消, 没法供
cannot: 没法接, 没法做, 没法卖, 没法发货, 没办法送, 没办法供, 没办法接, 没能力
cannot: 没那么多, 没这么多, 没有那么多, 没有这么多, 要不了, 发不了货, 发不了
cannot: 发不出, 发不出去, 出不了货, 送货不了, 无法供应, 无法供货, 无法送货
cannot: 无法接单, 无法满足, 无法提供, 恐怕不行, 恐怕不能, 恐怕送不了, 怕是不行
cannot: 怕是送不了, 可能不行, 可能送不了, 真不行, 真不能, 实在不行, 实在没办法
cannot: 搞唔掂, 唔得, 做唔到, 送唔到, 我做不了, 我供不了, 我送不了, 我接不了
cannot: 我没空, 我没时间, 我来不及, 我忙不过来, 我没办法, 今天送不了
cannot: 明天送不了, 明天没空, 下雨送不了, 下雨去不了
none-left: 没有了, 没有, 没了, 没货, 没货了, 没有货, 没有货了, 卖完了, 卖完, 卖光了, 卖光, 售完, 售罄, 已售完, 卖没了, 断货, 断货了, 缺货, 缺货了, 无货, 没现货, 没剩, 没剩下, 空了, 清空了, 卖掉了, 都卖了, 已经卖了, 全卖了, 没库存, 无库存, 没存货, 暂时没有, 现在没有, 我没有, 我没有了, 我没货, 不够, 不够货, 下架, 卖没了
none-left: 没得卖了, 没得卖, 没得了, 没得, 没得货, 没得货了, 没的卖了, 没的卖
none-left: 没的了, 没有卖的了, 没有可卖的, 没东西卖, 没啥卖的, 没剩的了
none-left: 一点没有了, 一点都没了, 一点也没有, 一点都没有, 一个都没了
none-left: 一斤都没了, 啥也没有, 啥都没了, 都没了, 都没有了, 都没有, 全没了
none-left: 全没有了, 也没有了, 也没了, 都卖完了, 全卖完了, 全部卖完
none-left: 全部卖完了, 都卖光了, 早卖完了, 早就卖完了, 早没了, 早就没了
none-left: 早没货了, 刚卖完, 刚卖完了, 刚卖光, 今天卖完了, 今天没了, 今天没货
none-left: 今天没有, 今天没有了, 今天没货了, 昨天卖完了, 昨天就卖完了
none-left: 已经卖完, 已经卖完了, 已卖完, 已经卖光了, 已经没了, 已经没货了
none-left: 已经没有了, 已经没货, 已没货, 已没有, 卖掉了都, 卖出去了
none-left: 都卖出去了, 已经卖出去了, 卖给别人了, 已经卖给别人了, 别人订走了
none-left: 被订走了, 被买走了, 被人买走了, 别人买走了, 都订出去了, 订完了
none-left: 被订完了, 都被订了, 抢光了, 抢完了, 被抢光了, 清仓了, 库存没了
none-left: 库存空了, 仓库空了, 零库存, 库存为零, 没存货了, 没现货了, 无库存了
none-left: 无现货, 无货可供, 货没了, 货卖完了, 货都卖完了, 货没有了, 货不够
none-left: 货不够了, 货不足, 供货不足, 缺货中, 暂时缺货, 暂时没货, 暂时没货了
none-left: 暂时无货, 暂时断货, 暂无, 暂无货, 这周没有, 这周没货, 这周没了
none-left: 最近没有, 最近没货, 目前没有, 目前没货, 目前无货, 现在没货
none-left: 现在没货了, 现在没了, 我这没有, 我这没有了, 我这没货, 我这没货了
none-left: 我这里没有, 我这里没货, 我这边没有, 我这边没货, 我家没有
none-left: 我家没有了, 我们没有, 我们没货, 我们没有了, 没种, 今年没种
none-left: 没种这个, 没有种, 还没熟, 还没长好, 还没成熟, 没收下来, 还没收
none-left: 过季了, 过季, 下市了, 下市, 已下市, 落市了, 停产, 停产了, 绝收
none-left: 绝收了, 歉收, 歉收了, 减产, 被淹了, 都淹了, 淹了, 冻坏了, 都冻坏了
none-left: 全冻了, 冻死了, 旱死了, 都死了, 全死了, 死光了, 冇货, 冇晒, 冇
none-left: 沽清, 卖晒, 卖哂, 無货, 没有啦, 没啦, 卖完啦, 没货啦, 卖光啦
none-left: 没有咯, 没了呀, 木有, 木有了, 莫得, 莫得了, 摘完了, 收完了, 拔完了
none-left: 挖完了, 用完了, 吃完了, 不够卖, 不够了
only: 只有, 只, 只能, 只剩, 只剩下, 仅, 仅有, 仅剩, 就, 就只有, 最多, 最多只有, 最多给, 最多给你, 最多能给, 顶多, 只能给, 只能给你, 只够, 仅够, 才, 只要, 只给, 就剩, 就有, 只能供, 最多能供
only: 只有这么多, 就这么多, 就这些, 就这些了, 只有这些, 只有这些了, 只剩这些
only: 就剩这些, 只够这些, 光有, 单有, 只够给, 只够给你, 只能出, 只能凑
only: 只能凑出, 只能送, 只能匀, 只能先给, 只能先送, 只能拿出, 只可以给, 只可以
only: 只能提供, 只能供应, 只能满足, 只能接, 只接, 只出, 只供, 只送, 只有一半
only: 只能一半, 一部分, 部分, 一半可以, 可以一半, 先给一半, 最多能, 最多能供应
only: 最多能送, 最多能凑, 最多能拿, 最多能拿出, 最多可以, 最多可以给, 最多就
only: 最多就有, 最多拿, 最多拿得出, 最多出, 最多凑, 最多卖, 顶多有, 顶多给
only: 顶多给你, 顶多能, 顶多能给, 顶多只有, 撑死, 撑死了, 撑死只有, 满打满算
only: 全部只有, 总共只有, 总共就, 总共就有, 一共只有, 一共就, 一共就有, 仅能
only: 仅能供, 仅能供应, 仅够给, 不到, 不足, 才有, 才剩, 就能给, 就能供, 就给
only: 剩余不多, 不够那么多, 没那么多只有, 净系得, 净得, 淨得
but: 但, 太贵了, 太贵, 贵了, 有点贵, 便宜点, 能便宜吗, 便宜一点, 少点, 但是, 不过, 可是, 然而, 只是
but: 才行, 才可以, 才能卖, 才卖, 才给, 才接, 才做, 才能送, 才送, 起码, 至少要
but: 最低, 最低要, 最少, 最少要, 最低价, 加点, 加点钱, 加点价, 加价, 加钱
but: 再加点, 涨点, 涨一点, 贵一点, 高一点, 高点, 让点, 让一点, 便宜些
but: 便宜点吧, 便宜点行吗, 便宜点卖, 能便宜点吗, 能少点吗, 能不能便宜点
but: 能不能便宜, 可以便宜点吗, 少一点, 少算点, 优惠点, 打个折, 降点, 降一点
but: 太高, 太高了, 价太高, 价格太高, 价格太高了, 贵咗, 平啲
if: 如果, 要是, 假如, 的话, 只要你, 除非, 若, 假若, 若是, 可能, 也许, 或许, 说不定
cancel: 取消, 取消订单, 取消了, 取消掉, 订单取消, 撤单, 撤销, 撤回, 退单, 不要了, 我不要了, 不买了, 不订了, 不定了, 别送了, 不用送了, 不用送, 不需要了, 作废, 退订单, 订单不要了, 不想要了, 不想买了, 算了不要了, 我不想要了, 不来了, 删除订单, 停止订单, 别发了, 不用了, 不用发了, 取肖, 去消
order: 订单, 单子, 货单, 单号, 单
status: 状态, 查询, 查单, 查订单, 查一下, 查一查, 查, 到哪了, 到哪里了, 到哪儿了, 到了吗, 到了没, 到没到, 送到了吗, 什么时候到, 何时到, 几点到, 什么时候送, 什么时候送到, 什么时候送来, 多久到, 还要多久, 还没到, 没到, 还没送到, 还没收到, 没收到, 没有收到, 怎么还没到, 怎么还没来, 怎么还不来, 订单状态, 订单情况, 我的订单, 我的货, 我的货呢, 我的东西, 我的菜呢, 货呢, 货到哪了, 发货了吗, 发货没, 发货了没, 发了吗, 送了吗, 送了没, 进度, 物流, 快递到哪了, 在路上了吗, 出发了吗, 多久能到, 哪天到, 哪天送, 订单呢, 我订的, 怎么样了, 咋样了, 在哪, 在哪里, 我点的
report: 今日订单, 今天的订单, 今天订单, 所有订单, 全部订单, 未完成订单, 待处理订单, 待处理, 未处理, 待接单, 订单列表, 订单汇总, 今日汇总, 今天汇总, 今日总计, 今天总计, 今天总共, 总计, 合计, 汇总, 统计, 报表, 日报, 库存, 查库存, 存货, 卖家, 卖家列表, 谁有, 谁卖, 谁在卖, 哪些卖家, 买家, 今日销量, 今天销量, 销量, 销售额, 今日销售, 今天卖了多少, 还有多少单, 农户, 供应商, 未接单, 待发货
help: 帮助, 帮忙看看, 求助, 怎么用, 怎么买, 怎么订, 怎么下单, 怎么订货, 怎么卖, 怎么操作, 怎么弄, 如何下单, 如何订购, 如何使用, 如何购买, 如何买, 如何卖, 使用说明, 说明, 指南, 菜单, 功能, 不会用, 不懂, 看不懂, 不明白, 没看懂, 什么意思, 啥意思, 你是谁, 您是谁, 这是什么, 这是哪里, 咋用, 咋买, 咋订, 咋卖, 咋弄, 怎样下单, 怎样买, 怎样订, 教我, 教教我, 教一下, 请帮助, 需要帮助, 我需要帮助, 帮帮我, 命令, 怎么办, 有什么功能, 能做什么, 怎么发, 怎么回复
stop: 退订, 退定, td, t, 停止, 停, 停止发送, 停止接收, 停止短信, 停发, 别发短信了, 不要再发了, 别再发了, 别再发, 别发了短信, 不要发了, 不要给我发短信, 别给我发短信, 别给我发了, 不要再给我发短信, 别再给我发短信, 不想收短信, 不想再收到短信, 不想收到短信, 拒收, 取消订阅, 取消关注, 退出, 注销, 删除我的号码, 删掉我的号码, 把我删了, 屏蔽, 别烦我, 不要打扰我, 别打扰我, 不要骚扰我, 别骚扰我, 停止服务, 终止服务, 回t退订, 不接收, 不再接收, 退订短信, 我要退订, 请退订, 不要再联系我, 别联系我, 移除我的号码, 移除我, 解除订阅, 不要再发短信, 不要再发短信了, 别再发短信了, 别再发短信, 不要再发信息了, 别再发信息了, 不要发短信了, 不要发信息了, 别发信息了, 不要再发消息了
messages: 短信, 信息, 消息, 服务, 号码, 通知
start: 开始, 恢复, 重新订阅, 订阅, 重新开始, 加入, 恢复接收, 恢复短信, 开通, 注册, 我要加入, 继续接收, 启用
price: 价格, 价, 价钱, 单价, 报价, 行情, 现价, 售价, 市价, 菜价, 今日价格, 今天价格, 价位, 涨到, 降到, 调价, 新价
price: 降价, 降价了, 涨价, 涨价了, 特价, 处理价, 跳楼价, 价格是, 价格为
price: 价格改为, 价格改成, 价格降到, 价格涨到, 单价是, 批发价, 零售价, 出厂价
price: 地头价, 收购价, 行价, 时价, 市场价, 底价, 实价, 一口价, 今日价, 新价格
price: 价目, 价目表, 价格表, 菜价表, 现在价, 价格变动, 改价, 定价, 标价, 要价
price: 开价, 叫价
how-much: 多少钱, 多少钱一斤, 多少钱一公斤, 多少一斤, 几块钱, 几块, 几元, 怎么卖的, 什么价, 啥价, 什么价格, 啥价格, 咋卖, 多少元, 几钱, 几块一斤, 几块钱一斤, 价格多少, 价格是多少, 多少价, 贵不贵, 报个价, 报价多少, 什么行情, 多钱, 多钱一斤, 卖多少, 卖多少钱, 现在多少钱, 价格怎么样, 怎么卖
how-much: 多少钱一个, 多少钱一箱, 多少钱一袋, 多少钱一只, 多少钱一头
how-much: 多少钱一条, 多少钱一板, 多少钱一筐, 多少钱斤, 多少一公斤, 多少一个
how-much: 多少一箱, 多少一袋, 多少一只, 多少钱每斤, 每斤多少, 每斤多少钱
how-much: 每公斤多少钱, 一斤多少, 一斤多少钱, 一公斤多少钱, 一箱多少钱
how-much: 一个多少钱, 一袋多少钱, 几块一个, 几块一箱, 几块钱一个, 几元一斤
how-much: 几毛一斤, 几多钱, 几多钱一斤, 几多银, 点卖, 咋卖的, 咋个卖, 咋卖一斤
how-much: 怎么卖啊, 怎么卖呢, 怎样卖, 怎卖, 如何卖法, 啥价钱, 啥价位, 啥行情
how-much: 什么价位, 什么价钱, 什么价啊, 什么价了, 价格咋样, 价格如何
how-much: 价钱怎么样, 价钱多少, 行情如何, 行情怎么样, 行情咋样, 今天多少钱
how-much: 今天啥价, 现在多少, 现在什么价, 现在啥价, 现在几块
how-much: 现在怎么卖, 现在价格, 最近什么价, 最低多少, 最低多少钱, 最低价多少
how-much: 最便宜多少, 便宜吗, 贵吗, 涨价了吗, 降价了吗, 涨了吗, 跌了吗, 涨没涨
how-much: 降没降, 要多少钱, 得多少钱, 需要多少钱, 大概多少钱, 是多少钱
how-much: 收多少钱, 问价, 问下价, 问一下价格, 问下价格, 问个价, 想问价格
how-much: 请问价格, 请报价, 给个价, 给报个价, 报价一下, 报下价, 发个价格
how-much: 价格发一下, 查价格, 查价, 批发多少, 批发多少钱, 批发什么价
how-much: 批发价多少
is-there: 有没有, 有吗, 有没, 还有没有, 还有吗, 有货吗, 有货没, 有卖吗, 卖吗, 有啥, 有什么, 有哪些, 都有什么, 都有啥, 能买到, 哪里有, 哪有, 谁家有, 有卖的吗, 有木有, 有现货吗, 还有货吗
is-there: 有没有货, 有没有卖的, 有没有卖, 有冇, 有冇货, 有得卖吗, 有得卖没
is-there: 有卖没, 有有不, 有不有, 有无, 有啊吗, 有么, 有货么, 有货不
is-there: 还有货没, 还有没, 还有么, 还有不, 还卖吗, 还还有卖吗, 现在有吗
is-there: 现在有没有, 现在有货吗, 今天有吗, 今天有没有, 今天有货吗, 明天有吗
is-there: 明天有没有, 明天有货吗, 这几天有吗, 最近有吗, 你有吗, 你们有吗
is-there: 你们有没有, 你这有吗, 你那有吗, 你那有没有, 你家有吗, 你家有没有
is-there: 你们那有吗, 你们那里有吗, 你们卖吗, 你们卖不卖, 你卖吗
is-there: 有什么菜, 有啥菜, 有什么货, 有啥货, 有什么水果, 有啥水果, 有什么卖
is-there: 有啥卖的, 有些什么, 有些啥, 有哪些菜, 有哪些货, 都有哪些, 都有些什么
is-there: 都卖什么, 卖什么, 卖啥, 卖些什么, 今天有什么, 今天有啥, 今天都有啥
is-there: 今天卖什么, 现在有什么, 能买到什么, 能订什么, 可以买什么, 可以订什么
is-there: 哪儿有, 哪里有卖, 哪有卖, 哪儿有卖, 哪里能买到, 哪里可以买, 哪能买
is-there: 谁有卖, 谁家卖, 谁家还有, 谁手里有, 请问有, 问下有没有, 问一下有没有
is-there: 想问有没有, 请问有没有, 请问还有, 够不够, 够吗, 货够吗, 熟了吗
is-there: 上市了吗, 上市没, 到货了吗, 到货没, 到货没有, 能供应吗, 有供应吗
max: 以内, 之内, 以下, 不超过, 不超, 别超过, 不要超过, 最高, 最贵, 不高于, 不能超过, 封顶, 上限, 预算, 预算是, 低于, 限价, 内, 最多出, 我出, 出价, 不贵于, 顶价, 超过不要, 之下, 最多付
max: 价格不超过, 单价不超过, 价不超过, 价格不高于, 价格别超过, 价格最高
max: 单价最高, 最高价, 最高限价, 最高出, 最高给, 最高能出, 最高不超过
max: 最贵不超过, 不能高于, 不要高于, 别高于, 不可超过, 超过就不要, 超过不买
max: 超了不要, 上限是, 预算不超过, 预算在, 预算内, 心理价, 心理价位, 出价最高
max: 我最多出, 我出价, 我只出, 愿出, 愿意出, 可以出到, 能出到, 出到, 给到
max: 我给到, 控制在, 封顶价, 顶天, 顶多出, 最多给到, 最多能出, 最多出到
max: 价格在, 价格以内
total: 总共, 总价, 一共, 合计, 全部, 共
per: 每, 一斤的, 单价, 每一
each: 各, 各来, 各要, 每样, 各自, 分别, 都要, 各买, 每种, 都来, 各订
each: 一样来, 一样要, 一样买, 一样给我来, 一样给我, 一样拿, 一样订
each: 每样来, 每样要, 每样给我来, 每样买, 每样各, 每种来, 每种要, 都给我来
each: 都拿, 都买, 都订, 都送, 各拿, 各送, 各给我来, 各给我, 两样各
each: 两样都要, 两种各, 三样各, 三种各, 样样, 各自来, 分别要, 分别来, 均要
each: 各需, 各需要, 各留, 各备
currency: 元, 块, 块钱, 元钱, 圆, 人民币, 钱
tenth: 毛, 角, 毛钱, 角钱
done: 已送达, 已送到, 送到了, 送完了, 已交货, 交货了, 已完成, 完成, 已发货, 交付, 已交付, 送达, 交货完成, 送过去了, 给他了, 已经送到, 货送到了
got: 收到货了, 收到货, 货收到, 货收到了, 已收货, 收货, 确认收货, 拿到了, 到货了, 已收到, 收到了, 货到了, 已经收到, 已签收, 签收, 签收了, 到了, 收到
problem: 投诉, 问题, 有问题, 出问题, 少了, 缺了, 少给, 不对劲
noshow: 没来取, 没来, 没人来, 没人取, 买家没来, 没有来取, 没人来拿, 客户没来
paid: 已付款, 已付, 付款了, 付了, 收到钱, 收到钱了, 已收款, 收款, 钱收到, 钱收到了, 已结账, 结清, 已结清
my: 我的商品, 我的货源, 我的列表, 我的上架, 我的报价, 我卖的, 我在卖什么
income: 收入, 我的收入, 赚了多少, 我赚了多少, 我卖了多少, 余额, 我的余额, 账单, 我挣了多少, 卖了多少钱了
turn: 排队, 轮到我, 什么时候轮到我, 为什么没有我, 为什么不是我, 排名, 我的排名, 怎么没我的单, 为什么没单, 我排第几
register: 登记, 登记农户
seller: 我是农民, 我是农户, 我是卖家, 我要当卖家, 成为卖家, 卖家注册, 申请卖家, 我是种植户, 我想当卖家
complaint: 烂了, 烂, 都烂了, 坏了, 坏的, 坏, 都坏了, 臭了, 臭, 发霉, 发霉了, 霉了, 不新鲜, 质量差, 质量不好, 质量太差, 太差, 太差了, 差评, 很差, 迟到, 迟到了, 来晚了, 送晚了, 太晚了, 太慢, 太慢了, 少斤少两, 缺斤少两, 缺斤短两, 短斤缺两, 少了, 少给了, 斤两不足, 不足秤, 不够秤, 不够称, 重量不够, 分量不足, 重量不足, 多收钱, 多收了, 多收, 收了两次, 收了两次钱, 扣了两次, 重复扣款, 送错了, 送错, 发错了, 发错货, 不对, 错的, 态度不好, 态度差, 态度很差, 骗人, 骗子, 欺骗, 退款, 退钱, 我要投诉, 投诉, 不满意, 失望, 很失望, 不好吃, 难吃, 有虫, 有虫子, 虫子, 破了, 碎了, 压坏了, 发芽, 发芽了, 蔫了, 干瘪, 不甜, 太生, 生的, 没熟, 脏, 太脏, 服务差, 服务太差, 服务不好, 有问题, 质量问题, 注水, 掺水, 短秤
praise: 服务很好, 服务好, 服务真好, 很好, 非常好, 真好, 太好了, 好评, 满意, 很满意, 非常满意, 不错, 很不错, 真不错, 好吃, 很好吃, 真好吃, 很新鲜, 真新鲜, 很甜, 真甜, 棒, 真棒, 很棒, 太棒了, 赞, 点赞, 喜欢, 很喜欢, 质量好, 质量很好, 质量不错, 五星, 推荐, 送货快, 送得快, 送货很快, 又快又好
past: 种了, 种植, 种, 栽了, 收了, 收获了, 吃了, 吃过, 吃的, 吃, 喝了, 喝, 做了, 做饭, 煮了, 炒, 炒了, 昨天, 昨日, 前天, 上次, 上周, 上个月, 去年, 以前, 过去, 送了, 卖了, 买了, 丢了, 死了, 病了, 长了, 长得, 养了, 养, 收成, 产量, 亩, 地里, 田里, 亩产, 打药, 施肥, 浇水, 下雨, 掉了, 偷了, 轻了, 瘦了, 胖了, 减肥, 体重, 结婚, 出生, 那年, 听说, 看到, 看见, 学了, 梦见, 欠, 欠了, 欠我
past: 送来的, 你们送来的, 你送来的, 你送的, 你们送的, 你给的, 你们给的, 你卖的
past: 你们卖的, 给我送来的, 给我送的, 给我的, 寄来的, 发来的, 买的, 买回来的
past: 上次买的, 昨天买的, 刚买的, 前天买的, 在你这买的, 在你们这买的
past: 从你这买的, 收到的, 拿到的, 订的, 到手的, 昨天的, 前天的, 昨天送的
past: 昨天送来的, 上次送的, 上次的, 这次送的, 这次的货, 这批, 这批货, 上批
past: 那批, 那批货
talk: 天气, 电话, 打电话, 给我打电话, 回电, 回电话, 打给我, 给我回电话, 吃了吗, 吃饭了吗, 吃饭, 睡觉, 上班, 下班, 上学, 学费, 钱不够, 工资, 贷款, 彩票, 孩子, 儿子, 女儿, 老婆, 老公, 妈妈, 爸爸, 爷爷, 奶奶, 生日, 生日快乐, 新年快乐, 过年, 春节, 中秋, 恭喜, 恭喜发财, 开会, 会议, 医院, 看病, 医生, 老师, 考试, 比赛, 足球, 电影, 手机, 微信, 支付宝, 密码, 验证码, 银行, 账号, 车, 火车, 飞机, 公交, 怎么走, 路上小心, 晚安, 爱你, 想你, 哈哈, 呵呵, 嘻嘻, 为什么, 谁, 什么, 什么时候, 哪里, 怎么, 多久, 几点, 知道, 不知道, 觉得, 认为, 喜欢吃, 爱吃, 今天天气, 你在哪, 干嘛, 干什么, 去哪, 回家, 到家, 出门, 见面, 明天见, 有空, 忙, 忙吗, 听说, 新闻, 政府, 村长, 书记, 故事, 笑话, 唱歌, 电视, 游戏, 借, 还钱, 借钱, 不要取消, 别取消, 先别取消, 不取消, 还没卖完, 没卖完, 没有卖完, 快卖完了, 快没了, 快没货了, 差不多卖完了, 不一定, 说不准
question: 为什么, 怎么, 谁, 什么, 是不是, 是否, 吗, 难道, 哪个, 几时
for: 替, 帮, 代, 为, 给
to: 到, 至
from: 从, 找, 向
place: 送到, 送至, 送去, 送往, 送, 送货到, 发到, 寄到, 运到, 拉到, 地址, 地点, 收货地址, 地址是, 在
site: 食堂, 学校, 饭店, 酒店, 餐厅, 餐馆, 超市, 商店, 小店, 店, 村, 镇, 乡, 县, 市场, 菜市场, 医院, 工地, 小区, 公司, 工厂, 厂, 幼儿园, 路, 街, 号楼, 单元, 门口, 村口, 街口, 路口, 车站, 火锅店, 面馆, 饭馆, 宾馆, 中学, 小学, 大学, 敬老院, 农庄, 合作社, 社区, 广场, 大厦
language: 语言, 换语言, 切换, 切换到, 切换语言, 换成, 改成, 改用, 用, 说, 设置语言, 语言改成, 语言换成, 语言设置, 更改语言, 请用, 请说, 切换成, 使用, 我要, 我会说
label: 电话, 手机, 手机号, 单号, 编号, 号码, 房号, 第, 门牌, 口人, 一家, 选, 选择, 我选, 选第
clock: 点, 点钟, 点半, 号, 月, 年, 日, 口人, 个人, 人, 位, 岁, 小时, 分钟, 天, 亩, 楼, 层, 栋, 单元, 室, 度, 里, 公里, 米远, 次, 周, 桌, 家人, 户
unlike: 油, 酱, 汁, 种子, 苗, 秧, 粉, 干, 片, 饼, 糕, 罐头, 果汁, 酒, 醋, 糖, 饲料, 叶, 叶子, 皮, 壳, 树, 树苗, 花儿, 面包, 面条, 丝, 泥, 沙拉, 汤, 粥, 馅, 肉, 酱油, 奶粉, 奶茶, 酸奶, 冰淇淋, 茶, 果酱, 炒饭, 炒蛋, 饭, 化肥, 肥料, 农药, 骨, 排

[product]
tomato: 洋柿子, 西红市, 蕃茄, 番柿, 圣女果, 小番茄, 小西红柿, 西红柿子, 柿子番茄, 番茄子
onion: 圆葱, 葱头, 洋蔥, 玉葱, 洋葱头, 红洋葱
potato: 洋芋, 山药蛋, 地蛋, 薯仔, 马铃薯蛋, 荷兰薯, 土豆子, 洋山芋, 土豆儿, 土逗
sweet_potato: 番薯, 山芋, 甘薯, 红苕, 白薯, 紫薯, 蜜薯, 地瓜儿, 甜薯, 烟薯
cassava: 树薯, 木番薯
yam: 淮山, 怀山药, 铁棍山药, 山药棍, 怀山, 淮山药
carrot: 红萝卜, 胡罗卜, 甘笋, 红罗卜, 黄萝卜
cabbage: 圆白菜, 洋白菜, 甘蓝, 莲花白, 包心菜, 大头菜, 高丽菜, 椰菜, 疙瘩白, 卷心白菜, 包包菜, 元白菜, 结球甘蓝
chinese_cabbage: 黄芽菜, 绍菜, 黄芽白, 津白, 娃娃菜, 结球白菜, 北方白菜
bok_choy: 油菜, 上海青, 鸡毛菜, 瓢儿菜, 小青菜, 小油菜, 奶白菜, 青江菜
kale: 甘蓝叶, 芥蓝叶, 羽衣
spinach: 波菜, 赤根菜, 菠棱菜, 菠薐
amaranth: 苋, 红苋菜, 雁来红, 米苋, 汉菜
lettuce: 叶生菜, 莴苣, 球生菜, 唛仔菜, 油麦菜, 罗马生菜
cucumber: 青瓜, 王瓜, 胡瓜, 水果黄瓜, 小黄瓜, 黄爪
eggplant: 茄瓜, 矮瓜, 紫茄子, 长茄子, 圆茄子, 长茄, 圆茄, 紫茄, 落苏, 茄
okra: 黄秋葵, 羊角豆, 毛茄, 秋癸
green_bean: 菜豆, 扁豆角, 芸豆角, 豆角儿, 刀豆, 架豆, 眉豆角, 青刀豆, 长豆角, 豇豆角, 四季豆角
pea: 荷兰豆, 青豆, 青豌豆, 甜豆, 豌豆角, 麦豆, 豌豆荚
pumpkin: 倭瓜, 金瓜, 番瓜, 北瓜, 老南瓜, 贝贝南瓜, 窝瓜, 小南瓜
bottle_gourd: 葫芦, 瓠子, 瓠瓜, 蒲瓜, 葫芦子
bitter_gourd: 凉瓜, 癞瓜, 锦荔枝
cauliflower: 花椰菜, 白花菜, 菜花儿, 松花菜, 椰菜花, 有机花菜
broccoli: 西蓝花, 绿花菜, 青花菜, 绿菜花, 西兰花菜, 西南花
radish: 罗卜, 白罗卜, 水萝卜, 青萝卜, 大萝卜, 樱桃萝卜, 萝白, 菜头, 心里美
beetroot: 红菜头, 甜菜, 紫菜头, 甜菜头
garlic: 蒜头, 大蒜头, 独蒜, 蒜瓣, 紫皮蒜, 大算
ginger: 老姜, 鲜姜, 嫩姜, 姜块, 生羌, 大姜, 黄姜块
chilli: 尖椒, 小米椒, 小米辣, 朝天椒, 红辣椒, 辣子, 海椒, 番椒, 线椒, 干辣椒, 红椒, 青辣椒, 螺丝椒, 二荆条, 杭椒, 美人椒, 拉椒
bell_pepper: 菜椒, 灯笼椒, 柿子椒, 圆椒, 彩椒, 大青椒, 青圆椒, 甜青椒
spring_onion: 香葱, 葱花, 青葱, 细葱, 四季葱, 小香葱, 火葱, 葱子
leek: 大蔥, 京葱, 韭葱, 山东大葱, 章丘大葱
celery: 西芹, 香芹, 旱芹, 药芹, 芹, 水芹
coriander: 芫荽, 盐荽, 胡荽, 香荽, 芫茜
mint: 薄荷叶, 留兰香, 银丹草, 薄何
mushroom: 香菇, 平菇, 口蘑, 菌菇, 鲜菇, 蘑茹, 磨菇, 双孢菇, 白蘑菇, 金针菇, 杏鲍菇, 蘑姑
maize: 苞谷, 包谷, 棒子, 苞米, 包米, 珍珠米, 玉蜀黍, 老玉米, 玉茭, 鲜玉米, 甜玉米, 糯玉米, 玉米棒, 玉米棒子, 苞芦
maize_flour: 玉米粉, 棒子面, 苞米面, 包谷面, 苞谷面, 玉米面粉
rice: 稻米, 白米, 粳米, 糯米, 香米, 东北大米, 新米, 泰国香米, 丝苗米, 籼米, 大米子
wheat: 麦子, 冬小麦, 春小麦, 小麦粒, 麦
sorghum: 蜀黍, 红高粱, 高梁, 高粱米, 芦粟, 茭子
millet: 谷子, 粟米, 粟, 黄小米, 小黄米, 谷米
bean: 豆, 红豆, 腰豆, 红腰豆, 花豆, 白芸豆, 赤豆, 云豆, 菜豆子, 红芸豆, 豆儿
cowpea: 长豆, 饭豆, 眉豆, 豇豆子, 黑眼豆, 姜豆, 豆豇
chickpea: 三角豆, 鸡豆, 桃豆, 鹰咀豆
lentil: 小扁豆, 滨豆, 兵豆, 红扁豆
green_gram: 青小豆, 绿小豆, 植豆
pigeon_pea: 树豆, 蓉豆, 鸽豆
soybean: 毛豆子, 黄大豆, 黑豆子, 黄逗, 毛豆, 大黄豆
groundnut: 花生米, 长生果, 落花生, 花生仁, 带壳花生, 花生果, 生花生, 花生豆
sesame: 芝麻粒, 白芝麻, 黑芝麻, 胡麻, 油麻, 芝马
banana: 甘蕉, 芭蕉香蕉, 米蕉, 香焦, 弓蕉, 香蕉子
plantain: 芭蕉, 粉蕉, 煮蕉, 饭蕉
orange: 甜橙, 脐橙, 橙, 冰糖橙, 血橙, 橙籽, 赣南脐橙, 柳橙, 香橙, 伦晚, 埃及橙
mandarin: 桔子, 蜜桔, 蜜橘, 砂糖橘, 砂糖桔, 沙糖桔, 沙糖橘, 橘, 丑橘, 金桔, 芦柑, 柑子, 椪柑, 柑, 蜜柑, 丑柑, 粑粑柑, 小橘子, 小桔子, 贡柑, 沃柑
lemon: 黄柠檬, 洋柠檬, 拧檬, 宁檬, 安岳柠檬, 尤力克
lime: 青柠檬, 来檬, 莱姆, 绿柠檬
mango: 杧果, 檬果, 芒, 忙果, 大芒果, 台农, 台农芒, 小台芒
pineapple: 凤梨, 黄梨, 菠萝王, 波罗, 波萝
papaya: 番木瓜, 万寿果, 水果木瓜, 乳瓜
avocado: 鳄梨, 油梨, 酪梨, 牛油果子, 牛有果
watermelon: 寒瓜, 水瓜, 麒麟瓜, 西爪, 大西瓜, 西瓜儿, 无籽西瓜, 小西瓜
melon: 蜜瓜, 香瓜, 白兰瓜, 伊丽莎白瓜, 羊角蜜, 羊角瓜, 网纹瓜, 甜瓜儿, 华莱士瓜, 哈蜜瓜
guava: 芭乐, 拔子, 鸡屎果, 番桃, 红心芭乐, 潘石榴
passion_fruit: 鸡蛋果, 西番莲, 白香果, 百香, 热情果
apple: 红富士, 苹果子, 蛇果, 平果, 萍果, 红苹果, 青苹果, 富士, 富士苹果, 嘎啦果, 嘎啦, 冰糖心, 国光
pear: 梨子, 雪梨, 鸭梨, 香梨, 酥梨, 皇冠梨, 库尔勒香梨, 雪花梨, 秋月梨, 啤梨
peach: 水蜜桃, 油桃, 毛桃, 桃, 蟠桃, 黄桃, 脆桃, 水密桃, 鲜桃, 蜜桃
grape: 提子, 葡桃, 巨峰, 阳光玫瑰, 红提, 青提, 黑提, 巨峰葡萄, 夏黑, 马奶葡萄, 葡陶, 蒲萄, 葡萄子
strawberry: 士多啤梨, 红颜草莓, 奶油草莓, 草梅, 草霉, 洋莓, 丹东草莓
pomegranate: 安石榴, 石榴子, 石留, 软籽石榴, 甜石榴
lychee: 妃子笑, 离枝, 丽枝, 荔支, 丹荔, 桂味, 糯米糍
coconut: 椰青, 椰果, 老椰子, 椰皇, 耶子, 椰
date: 海枣, 伊拉克枣, 枣椰, 波斯枣
jackfruit: 波罗蜜, 木波罗, 大树菠萝, 树菠萝, 菠罗蜜, 包蜜
turmeric: 黄姜, 郁金姜, 姜黄粉的, 毛姜黄
sugarcane: 竹蔗, 甜秆, 果蔗, 黑皮甘蔗, 甘庶, 糖蔗, 蔗
egg: 蛋, 鸡子儿, 土鸡蛋, 柴鸡蛋, 笨鸡蛋, 草鸡蛋, 洋鸡蛋, 鸡旦, 红皮鸡蛋, 新鲜鸡蛋, 鲜鸡蛋, 本鸡蛋, 几蛋
milk: 鲜奶, 鲜牛奶, 生牛奶, 奶, 纯牛奶, 牛乳, 牛奶子, 生鲜奶
honey: 蜜, 土蜂蜜, 槐花蜜, 百花蜜, 枣花蜜, 野蜂蜜, 蜂密, 蜜糖
chicken: 活鸡, 土鸡, 母鸡, 公鸡, 老母鸡, 三黄鸡, 柴鸡, 走地鸡, 草鸡, 笨鸡, 小鸡, 肉鸡, 童子鸡, 本鸡, 乌鸡
goat: 羊, 活羊, 黑山羊, 山羊儿, 母羊, 公羊, 羊羔, 小山羊, 羊子
fish: 活鱼, 鲤鱼, 草鱼, 鲫鱼, 罗非鱼, 鲜鱼, 鲢鱼, 鲈鱼, 大鱼, 淡水鱼, 花鲢, 胖头鱼, 黑鱼, 鱼儿
coffee: 咖啡, 咖非, 生咖啡豆, 咖啡生豆, 咖啡鲜果, 咖啡果, 加啡豆, 咖啡逗

[alike]
果裹过锅 豆逗斗抖 茄加佳架 瓜爪呱 橙澄成 蕉焦交 萄陶掏淘 葡蒲普
苹平萍凭 梨犁离黎 柿市是 洋羊阳杨 葱匆聪 蒜算 姜江将疆 椒叫娇
菜采彩才 芹琴秦勤 韭久九 菠波播玻 萝罗锣箩 卜布补 薯署暑属 芋于
蛋但弹旦淡 鸡机基几 鱼雨渔余 奶乃 牛午扭 蜂峰锋丰 蜜密秘 花化华
芝之支 麻马嘛吗 莓梅霉煤 草操 荔利丽力 枝只知 榴流留刘 莲连联
柠宁拧凝 檬蒙萌 芒忙盲茫 香乡湘 菇姑茹估 蘑磨摩魔 红洪宏 番蕃翻
粮梁良粱 桔桔结节 柑甘干 枣早 咖卡 啡非飞 椰耶爷 薄博 荷何合 木目
玉王 米迷 土吐 地弟第 胡湖糊 黄皇 南男 苦库 冬东 西夕希 紫子字籽 白百
青清轻 甜田 石时 大太 包保宝 麦卖买

# In Latin letters (pinyin), as furrow itself writes them in zh-Latn.phrases; the
# shortest are words of other languages, too.
[product]
tomato: xihongshi
onion: yangcong
onion: yang cong, yuancong, congtou
potato: tudou
potato: tu dou, malingshu, yangyu, ma ling shu, yang yu
sweet_potato: hongshu
sweet_potato: hong shu, digua, di gua, fanshu, shanyu, baishu, zishu, hongtiao
cassava: mushu
cassava: mu shu
yam: shanyao
yam: shan yao, huaishan, tiegun shanyao
carrot: huluobo
carrot: hu luobo, hu luo bo, hongluobo, hong luobo
cabbage: juanxincai
cabbage: juan xin cai, baocai, bao cai, yuanbaicai, yangbaicai, gaolicai
cabbage: ganlan, baoxincai, lianhuabai
chinese_cabbage: dabaicai
chinese_cabbage: da baicai, da bai cai, baicai, bai cai, wawacai, huangyacai
bok_choy: xiaobaicai
bok_choy: xiao baicai, xiao bai cai, qingcai, qing cai, shanghaiqing, youcai
bok_choy: you cai, jimaocai
kale: yuyi ganlan
kale: yuyiganlan
spinach: bocai
spinach: bo cai
amaranth: xiancai
amaranth: xian cai, hongxiancai
lettuce: shengcai
lettuce: sheng cai, wosun, woju, youmaicai, you mai cai
cucumber: huanggua
cucumber: huang gua, qinggua
eggplant: qiezi
eggplant: qie zi, changqie, yuanqie
okra: qiukui
okra: qiu kui
green_bean: sijidou
green_bean: siji dou, si ji dou, doujiao, dou jiao, biandoujiao, yundoujiao
green_bean: daodou
pea: wandou
pea: wan dou, helandou, qingdou, tiandou
pumpkin: nangua
pumpkin: nan gua, jingua, wogua
bottle_gourd: hulugua
bottle_gourd: hulu gua, hulu, huzi, hu lu gua, pugua
bitter_gourd: kugua
bitter_gourd: ku gua, lianggua
cauliflower: huacai
cauliflower: hua cai, caihua, cai hua, huayecai, songhuacai
broccoli: xilanhua
broccoli: xilan hua, xi lan hua, xilanhuacai
radish: bailuobo
radish: bai luobo, bai luo bo, luobo, luo bo, qingluobo, shuiluobo
beetroot: tiancaigen
beetroot: tiancai gen, hongcaitou, tian cai gen, tiancai
garlic: dasuan
garlic: da suan, suantou, suan tou, dasuantou
garlic: suan
ginger: shengjiang
ginger: sheng jiang, laojiang, xianjiang, nenjiang
ginger: jiang
chilli: lajiao
chilli: la jiao, jianjiao, xiaomila, xiaomijiao, chaotianjiao, hong lajiao
chilli: honglajiao, lazi, qing lajiao
bell_pepper: qingjiao
bell_pepper: qing jiao, tianjiao, tian jiao, caijiao, denglongjiao, shizijiao
spring_onion: xiaocong
spring_onion: xiao cong, xiangcong, xiang cong, qingcong
spring_onion: cong
leek: dacong
leek: da cong, jingcong
celery: qincai
celery: qin cai, xiqin, xi qin
coriander: xiangcai
coriander: xiang cai, yansui, yan sui
maize_flour: yumimian
maize_flour: yumi mian, yu mi mian, yumifen, yumi fen, bangzimian, baogumian
wheat: xiaomai
wheat: xiao mai, maizi
sorghum: gaoliang
sorghum: gao liang, gaoliangmi
millet: xiaomi
millet: xiao mi, huangxiaomi, guzi
bean: douzi
bean: dou zi, yundou, yun dou, hongdou, hong dou, yaodou, huadou
cowpea: jiangdou
cowpea: jiang dou, changdoujiao, chang dou, changdou, meidou
chickpea: yingzuidou
chickpea: yingzui dou, ying zui dou
lentil: biandou
lentil: bian dou, xiaobiandou
green_gram: lvdou
green_gram: lv dou, ludou, lu dou, lyudou, lüdou
pigeon_pea: mudou
pigeon_pea: mu dou
soybean: dadou
soybean: da dou, huangdou, huang dou, maodou, mao dou
groundnut: huasheng
groundnut: hua sheng, huashengmi, huasheng mi
sesame: zhima
sesame: zhi ma, baizhima, heizhima
banana: xiangjiao
banana: xiang jiao, banjiao
plantain: dajiao
plantain: da jiao, bajiao, ba jiao
orange: chengzi
orange: cheng zi, tiancheng, qicheng, qi cheng, bingtangcheng
lemon: ningmeng
lemon: ning meng, huangningmeng
lime: qingning
lime: qing ning, qing ningmeng
mango: mangguo
mango: mang guo
pineapple: boluo
pineapple: bo luo, fengli, feng li
papaya: mugua
papaya: mu gua
avocado: niuyouguo
avocado: niu you guo, niuyou guo, eli, youli
watermelon: xigua
watermelon: xi gua, daxigua
melon: hamigua
melon: hami gua, ha mi gua, tiangua, tian gua, xianggua, xiang gua, migua
guava: fanshiliu
guava: fan shi liu, fanshi liu, bale
passion_fruit: baixiangguo
passion_fruit: baixiang guo, bai xiang guo, jidanguo
apple: pingguo
apple: ping guo, hongfushi, hong fushi
peach: taozi
peach: tao zi, mitao, shuimitao, youtao, huangtao, pantao
grape: putao
grape: pu tao, tizi, jufeng, yangguang meigui
strawberry: caomei
strawberry: cao mei
pomegranate: shiliu
pomegranate: shiliuguo
lychee: lizhi
lychee: li zhi, feizixiao
date: yezao
date: ye zao, yelvzao, haizao
jackfruit: boluomi
jackfruit: boluo mi, bo luo mi
turmeric: jianghuang
turmeric: jiang huang, huangjiang
sugarcane: ganzhe
sugarcane: gan zhe
egg: jidan
egg: ji dan, tujidan, tu jidan, caojidan
milk: niunai
milk: niu nai, xiannai, xian niunai
honey: fengmi
honey: feng mi, tufengmi
goat: shanyang
goat: shan yang, heishanyang, huoyang
coffee: kafeidou
coffee: kafei dou, ka fei dou, kafei, sheng kafeidou
[unit]
kg: gongjin
kg: gong jin, qianke, qian ke
quintal: gongdan
liang: yi liang
2 liang: er liang
3 liang: san liang
5 liang: wu liang
0.5 liang: ban liang
litre: sheng
ml: haosheng
sack: madai
crate: xiang
crate: xiangzi
box: xiang
box: xiangzi, hezi
basket: kuang
basket: lan, lanzi, kuangzi
[product]
maize: yumi
maize: yu mi, baogu, bao gu, bangzi, tianyumi, nuoyumi, yumibang, baomi
tomato: fanqie
tomato: xi hong shi, fan qie, xihong shi, yang shizi, xiaofanqie, shengnvguo
mint: bohe, bo he
mushroom: mogu, mo gu, xianggu, xiang gu, pinggu, ping gu, jinzhengu, koumo
mushroom: xingbaogu
rice: da mi, dami, nuomi, nuo mi, xiangmi, baimi, dongbei dami
mandarin: juzi, ju zi, ganju, gan ju, miju, shatangju, shatang ju, lugan
mandarin: wogan
pear: lizi, xueli, yali, xiangli, li zi
coconut: yezi, ye zi, yeqing
chicken: huoji, tuji, muji, gongji, laomuji, huo ji, tu ji
fish: huoyu, liyu, caoyu, jiyu, luofeiyu, xianyu
[unit]
bucket: tong
bottle: ping
bottle: pingzi
tin: guan
tonne: dun
bag: dai, daizi, mabudai
piece: ge, gen, tiao, zhi, tou
bunch: kun
2 tray: liang ban, er ban
3 tray: san ban
4 tray: si ban
5 tray: wu ban
pack: bao
[word]
want: wo yao, wo xiang yao, xiang yao, wo xiang mai, yao mai, wo yao mai
want: yao, xiangyao, xuyao, wo xuyao, wo xiangyao, wo xiang ding, wo yao ding
want: yao ding, dinggou, ding gou, lai dian, laidian, gei wo lai, geiwo lai
want: gei wo song, geiwo song, gei wo liu, bang wo liu, bangwo liu
want: bang wo ding, gei wo, geiwo, qing song, qing gei wo, mafan song, zai lai
want: hai yao, women yao, women xuyao, xiadan, wo yao xiadan, goumai
want: wo yao goumai, xiang mai, wo mai, wo ding, wo lai, yuding, caigou
want: jinhuo, qiugou, shougou, nong dian, zheng dian
sell: chushou
sell: wo yao mai chu, yao chushou, wo chushou, chushou xin, gongying
sell: wo mai chu, pifa, you ren yao ma, shui yao, you ren mai ma, maichu
yes: haode, tongyi, mei wenti
yes: hao de, hao a, haoba, hao ba, xing, xing a, keyi, ke yi, keyi de
yes: meiwenti, mei wen ti, wo tongyi, queren, wo queren, jiedan, wo jie
yes: wo jiedan, chengjiao, dui, shi de, wo neng song, neng song
yes: mei wenti wo song, haola, haole
no: bu yao, buyao, bu tongyi
no: bu xing, buxing, bu keyi, bukeyi, bu jie, bujie, jujue, bu mai, bumai
no: bu mai le, wo bu mai, wo bu jie, suan le, suanle, jiage tai di, tai di le
no: bu xuyao, buyao le a
only: zhiyou, zhi you
only: zhi sheng, zhisheng, zuiduo, zui duo, zhi neng, zhineng, zhi neng gei
cancel: quxiao, quxiao dingdan
cancel: qu xiao, quxiao le, qu xiao dingdan, dingdan quxiao
cancel: quxiao wo de dingdan, bu yao le, buyao le, wo bu yao le, bu mai le ba
cancel: bu ding le, tuidan, tui dan, bie song le, bu yong le, buyong le
cancel: buyong song le, cedan
order: dingdan
status: chadan, cha dingdan, dingdan zai nali
status: dao nali le, dao na le, dao naer le, song dao na le, song dao nali le
status: shenme shihou dao, shenme shihou song, shenme shihou song dao
status: ji dian dao, dao le ma, fahuo le ma, fahuo le mei, wo de dingdan
status: wo de dingdan ne, wo de huo ne, wo de huo, zenme hai mei dao
status: hai mei dao, hai mei shou dao, mei shoudao, dingdan zhuangtai, chaxun
status: cha dan, cha xun dingdan, duo jiu dao, zai nali
help: bangzhu
help: bang zhu, zenme yong, zenme mai dongxi, zenme ding, zenme dinggou
help: zenme xiadan, zenme xia dan, ruhe shiyong, ruhe xiadan, bu hui yong
help: kan bu dong, shenme yisi, bang bang wo, zenme nong, ni shi shui
stop: tuiding
stop: tui ding, bie fa le, bie zai fa le, buyao zai fa le, bu yao zai fa le
stop: bie fa duanxin le, buyao fa duanxin, bu yao fa duanxin le
stop: bu yao zai gei wo fa duanxin, bie gei wo fa duanxin, tingzhi
stop: tingzhi duanxin, quxiao dingyue, bie fan wo
start: kaishi
start: chongxin dingyue, dingyue, huifu, jiaru, wo yao jiaru, zhuce
how-much: duoshao qian, duoshaoqian, zenme mai
how-much: duo shao qian, duoshao qian yi jin, duoshaoqian yi jin
how-much: duo shao qian yi jin, zenme mai de, shenme jia, sha jia, ji kuai
how-much: ji kuai yi jin, ji kuai qian, jiage duoshao, duoshao yi jin
price: jiage
price: jiaqian, danjia, baojia, hangqing
done: jiaohuo, yi jiaohuo
done: yi songda, song dao le, songdao le, yi song dao, wancheng, yi wancheng
done: jiaohuo le
got: shoudao huo, shouhuo, shoudao le
got: shou dao huo le, shoudao huo le, shou dao le, dao huo le, yi shoudao
got: huo dao le, shou huo
problem: wenti, tousu
paid: yi fu, fukuan le
paid: yi fukuan, fu kuan le, fu le, qian shoudao le, shou dao qian le
paid: yi shoukuan
thanks: xiexie
thanks: xie xie, xiexie ni, xiexie nin, xiexie laoban, duoxie, ganxie
thanks: xinku le, xie le, zaijian
greet: nihao, ni hao
greet: laoban, nihao laoban, ni hao laoban, nin hao, ninhao, zai ma
greet: zaoshang hao, xiawu hao, wanshang hao, dajia hao, shifu, dage, dajie
filler: qing, mafan, mafan ni, wo, women, ni, nin, nimen, de, le, ba le
filler: xinxian, xinxian de, da de, xiao de, hao de, yidian, yixie, zuoyou
filler: dagai, jinkuai, kuai dian, song, songlai, songhuo, song lai
filler: song guolai, song dao jia, zaoshang, shangwu, xiawu, wanshang, zhongwu
filler: yiqi, yigong, yong, xianzai, jinnian, laoban a
and: he, haiyou, hai you, jia shang, yiji
available: you huo, youhuo, xianhuo, you xianhuo, daohuo
have: you, wo you, wo zhe you, wo zheli you, hai you, hai sheng, neng gong
have: keyi gong, keyi gei
cannot: bu neng, buneng, zuo bu liao, zuobuliao, song bu liao, songbuliao
cannot: mei banfa, meibanfa, mei kong, meikong, lai bu ji, mei shijian
cannot: gong bu liao
none-left: mei you, meiyou, mei you le, meiyou le, mei le, mei huo, meihuo
none-left: mei huo le, meihuo le, mai wan le, maiwan le, maiwanle
none-left: mai guang le, quehuo, duanhuo, wu huo, shouwan
is-there: you mei you, youmeiyou, you ma, hai you ma, you mei you mai
is-there: you huo ma, you huo mei, mai ma, you shenme, dou you shenme, you sha
max: bu chaoguo, buchaoguo, yi nei, yinei, zui gao, zuigao, bie chaoguo
max: yi xia, yixia nei
each: ge lai, ge yao, meiyang, mei yang, dou yao, yiyang lai
per: mei, mei jin, yi jin de
currency: kuai, yuan, kuai qian, renminbi, kuaiqian
tenth: mao, jiao, mao qian
change: gai cheng, gaicheng, gai wei, gaiwei, huan cheng, huancheng, xiugai
change: gai dan
add: zai jia, zaijia, duo jia, jia yi
correct: da cuo le, xie cuo le, bu dui, shuo cuo le, cuo le, gao cuo le
complaint: huai le, huaide, huai de, lan le, dou lan le, bu xinxian
complaint: zhiliang cha, zhiliang bu hao, tai cha le, pianzi, shao le
complaint: que jin shao liang, chou le, fa mei le, bu manyi, tai man le
complaint: tuikuan, tui qian
praise: hen hao, hen xinxian, feichang hao, hen manyi, zhen hao, zhen xinxian
praise: hen tian, hao chi, bu cuo, hen haochi, fuwu hen hao, tai hao le
past: zuotian, zuo tian, qiantian, shangci, shang ci, qunian, yiqian de
past: zhong le, chi le
talk: tianqi, chi le ma, ni zai na, ni zai nali, da dianhua, gei wo da dianhua
talk: weixin, shouji, haizi, wanan, shengri kuaile, xinnian kuaile
talk: gongxi facai, guonian, xia yu, zenme le, weishenme, shui, mingtian jian
place: song dao, dizhi, songdao, shouhuo dizhi, zai
site: xuexiao, shitang, fandian, jiudian, shichang, chaoshi, cun, yiyuan
site: gongdi, gongsi, shangdian, xiaoqu
but: tai gui le, tai gui, pianyi dian, cai xing, danshi, buguo
if: ruguo, yaoshi, de hua
or: huozhe, haishi
not: bu yao yong, bie, bushi, bu shi
[number]
2: liang, lia
2: er
3: san
5: wu
6: liu
7: qi
9: jiu
0.5: yi ban, yiban
10: shige, shi ge
11: shiyi, shi yi
12: shier, shi er
13: shisan, shi san
14: shisi, shi si
15: shiwu, shi wu
16: shiliu, shi liu
17: shiqi, shi qi
18: shiba, shi ba
19: shijiu, shi jiu
20: ershi, er shi
25: ershiwu, er shi wu
30: sanshi, san shi
35: sanshiwu, san shi wu
40: sishi, si shi
45: sishiwu, si shi wu
50: wushi, wu shi
60: liushi, liu shi
70: qishi, qi shi
80: bashi, ba shi
90: jiushi, jiu shi
100: yibai, yi bai
150: yibaiwu, yi bai wu
200: erbai, er bai, liangbai, liang bai
300: sanbai, san bai
400: sibai, si bai
500: wubai, wu bai
600: liubai, liu bai
800: babai, ba bai
1000: yiqian, yi qian
2000: liangqian, liang qian, erqian
3000: sanqian, san qian
5000: wuqian, wu qian
1st: diyi ge, diyige, di yi ge
2nd: dier ge, dierge, di er ge
3rd: disan ge, disange, di san ge
1: yi
4: si
8: ba
x10: shi
x100: bai
x1000: qian
[day]
today: jintian, jin tian, jinri, jinwan, jin wan
tomorrow: mingtian, ming tian, mingzao, ming zao, mingri, mingtian zaoshang
tomorrow: mingtian xiawu, mingtian shangwu
overmorrow: houtian, hou tian
mon: zhouyi, zhou yi, xingqiyi, xingqi yi, xing qi yi
tue: zhouer, zhou er, xingqier, xingqi er, xing qi er
wed: zhousan, zhou san, xingqisan, xingqi san, xing qi san
thu: zhousi, zhou si, xingqisi, xingqi si, xing qi si
fri: zhouwu, zhou wu, xingqiwu, xingqi wu, xing qi wu
sat: zhouliu, zhou liu, xingqiliu, xingqi liu, xing qi liu
sun: zhouri, zhou ri, zhoutian, xingqitian, xingqiri, xing qi tian, xing qi ri
