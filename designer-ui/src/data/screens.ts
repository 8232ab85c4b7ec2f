import { lazy } from 'react'
import type { Screen } from '../ui/screens'

export const screens: Screen[] = [
  {
    path: 'members',
    element: lazy(() => import('./members/MemberList')),
    menu: 'audience',
    title: 'data.members.title',
  },
  {
    path: 'members/:member',
    element: lazy(() => import('./members/MemberPage')),
    title: 'data.members.title',
  },
  {
    path: 'segments',
    element: lazy(() => import('./audience/SegmentList')),
    menu: 'audience',
    title: 'data.segments.title',
  },
  {
    path: 'tags',
    element: lazy(() => import('./audience/TagList')),
    menu: 'audience',
    title: 'data.tags.title',
  },
  {
    path: 'attributes',
    element: lazy(() => import('./audience/AttributeList')),
    menu: 'audience',
    title: 'data.attributes.title',
  },
  {
    path: 'lists',
    element: lazy(() => import('./audience/ListList')),
    menu: 'audience',
    title: 'data.lists.title',
  },
  {
    path: 'imports',
    element: lazy(() => import('./imports/ImportList')),
    menu: 'audience',
    title: 'data.imports.title',
  },
  {
    path: 'coupons',
    element: lazy(() => import('./rewards/BatchList')),
    menu: 'rewards',
    title: 'data.coupons.title',
  },
  {
    path: 'points',
    element: lazy(() => import('./rewards/AccountList')),
    menu: 'rewards',
    title: 'data.points.title',
  },
  {
    path: 'offers',
    element: lazy(() => import('./rewards/OfferList')),
    menu: 'rewards',
    title: 'data.offers.title',
  },
  {
    path: 'code-pools',
    element: lazy(() => import('./rewards/PoolList')),
    menu: 'rewards',
    title: 'data.pools.title',
  },
  {
    path: 'templates',
    element: lazy(() => import('./messages/TemplateList')),
    menu: 'messages',
    title: 'data.templates.title',
  },
  {
    path: 'sandbox',
    element: lazy(() => import('./messages/SandboxPage')),
    menu: 'messages',
    title: 'data.sandbox.title',
  },
  {
    path: 'gateways',
    element: lazy(() => import('./messages/GatewayList')),
    menu: 'messages',
    title: 'data.gateways.title',
  },
  {
    path: 'balances',
    element: lazy(() => import('./messages/MoneyPage')),
    menu: 'messages',
    title: 'data.money.title',
  },
  {
    path: 'messaging',
    element: lazy(() => import('./messages/PolicyPage')),
    menu: 'messages',
    title: 'data.policy.title',
  },
  {
    path: 'alerts',
    element: lazy(() => import('./messages/AlertPage')),
    menu: 'messages',
    title: 'data.alerts.title',
  },
]
